import { describe, expect, it } from 'vitest';
import { decideReply } from '../../../functions/domain/hearing/reply.ts';

const replies = {
  en: {
    remedy: [
      'We have refunded your ticket in full.',
      'Sorry about the wait! A new kettle has been sent out to you today.',
      'I just called you and your room is booked for Friday.',
      'The extra charge was reversed this morning.',
      'Replaced: the new router is installed.',
      'Your parcel is on its way.',
      'We cannot waive the fee, but we have credited 20.00 to your account.',
      'You have been refunded.',
      'Here is your voucher for the meal that went cold.',
      'We have refunded you, it should show in three days.',
      'We have relaid the paving outside your door.',
      'Your tenancy record has been amended.',
      'Our fitter tightened the valve at noon.',
      'The late fee was cancelled.',
    ],
    hollow: [
      'We are so sorry for this experience.',
      'Thanks for reaching out! Please DM us.',
      'We will refund you.',
      'We will look into it and get back to you.',
      'I have passed your comments on to the kitchen.',
      'Your opinion and your feedback are important to us.',
      'Apologies, we cannot refund this.',
      'If the lamp is broken we will replace it.',
      'Sorry, your order has not been refunded yet.',
      'We have sent your feedback to the depot.',
      'We could have refunded this, sorry.',
      'It will be checked, repaired and sent back.',
      'We have sent your complaint to our depot.',
      'I have asked the kitchen to look at it.',
      'Sorry to hear your bag was delivered to the wrong door.',
      'Tickets of this kind cannot be refunded.',
      'We are sorry. Could you DM us?',
    ],
    other: [
      'Could you send us your order number?',
      'Sorry to hear that. Which store was it?',
      'Have you been refunded?',
      'You are welcome!',
      'The shop opens at nine.',
      'If you send us the receipt, we can refund you.',
      'The fixed price is on the label.',
      'Glad you liked it, see you soon.',
    ],
  },
  de: {
    remedy: [
      'Wir haben Ihnen den Betrag erstattet.',
      'Ihr Ersatz ist unterwegs.',
      'Ihr Konto wurde entsperrt, bitte entschuldigen Sie.',
      'Wir schreiben Ihnen den Versand gut.',
      'Der Aufzug fährt seit heute Mittag wieder.',
      'Die Pumpe wird gerade getauscht.',
    ],
    hollow: [
      'Es tut uns sehr leid.',
      'Wir werden den Betrag erstatten.',
      'Ihr Feedback ist uns wichtig, wir leiten das weiter.',
      'Wir haben das leider nicht erstattet, Entschuldigung.',
      'Wir schreiben Ihnen den Versand nicht gut.',
      'Wir erstatten Ihnen den Ausflug nicht.',
      'Die Sache haben wir auf der Liste.',
    ],
    other: ['Wie lautet Ihre Bestellnummer?', 'Gern geschehen!', 'Wir haben bis 20 Uhr geöffnet.'],
  },
  es: {
    remedy: [
      'Hemos reembolsado el importe.',
      'Su nuevo pedido está en camino.',
      'Ya hemos desbloqueado su cuenta, disculpe.',
      'Le arreglamos la caldera el lunes pasado.',
      'El recibo ya está anulado.',
    ],
    hollow: [
      'Lamentamos las molestias.',
      'Vamos a reembolsar el importe.',
      'Gracias por contactarnos, su opinión es importante.',
      'Lo sentimos, no hemos reembolsado nada.',
      'Tendremos una charla con el compañero.',
    ],
    other: ['¿Nos indica su número de pedido?', '¡De nada!', 'Abrimos a las nueve.'],
  },
  fr: {
    remedy: [
      "Nous vous avons remboursé aujourd'hui.",
      'Votre colis est en route.',
      'Votre compte a été débloqué, toutes nos excuses.',
      'Notre chef vous a appelé hier.',
    ],
    hollow: [
      'Nous sommes désolés.',
      'Nous allons vous rembourser.',
      'Votre avis est important pour nous.',
      "Désolés, nous n'avons pas remboursé ce billet.",
    ],
    other: ['Quel est votre numéro de commande ?', 'Avec plaisir !', 'Le magasin ouvre à neuf heures.'],
  },
  it: {
    remedy: [
      "Abbiamo rimborsato l'importo.",
      'Il nuovo pacco è in arrivo.',
      'Ci scusiamo: il conto è stato sbloccato.',
      'Le rimborsiamo la spedizione.',
    ],
    hollow: [
      'Ci dispiace molto.',
      "Possiamo rimborsare l'importo.",
      'La sua opinione è importante per noi.',
      'Spiacenti, non abbiamo rimborsato nulla.',
    ],
    other: ["Ci può indicare il numero dell'ordine?", 'Prego!', 'Siamo aperti fino alle venti.'],
  },
  pt: {
    remedy: [
      'O valor foi reembolsado.',
      'A nova peça está a caminho.',
      'Pedimos desculpa: a conta já foi desbloqueada.',
      'O seu acesso está reativado.',
      'Consertei a torneira hoje.',
    ],
    hollow: [
      'Lamentamos o transtorno.',
      'Vamos reembolsar o valor.',
      'A sua opinião é importante para nós.',
      'Desculpe, não reembolsamos este valor.',
    ],
    other: ['Qual é o número do pedido?', 'De nada!', 'Abrimos às nove.'],
  },
};

const cases = Object.entries(replies).flatMap(([language, kinds]) =>
  Object.entries(kinds).flatMap(([kind, texts]) => texts.map((text) => ({ language, kind, text }))),
);

describe('decideReply', () => {
  it.each(cases)('reads $language "$text" as $kind', ({ language, kind, text }) => {
    expect(decideReply(text, language)).toBe(kind);
  });

  it('makes no claim about languages it has no words of', () => {
    expect(decideReply('ご返金いたしました。', 'ja')).toBe('other');
    expect(decideReply('', 'en')).toBe('other');
  });

  it('takes a regional tag for its language', () => {
    expect(decideReply('O valor foi reembolsado.', 'pt-BR')).toBe('remedy');
  });
});

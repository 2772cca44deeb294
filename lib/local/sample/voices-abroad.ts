import type { Mood, Touchpoint } from './journey.ts';

export type ForeignLanguage = 'de' | 'es' | 'fr' | 'it' | 'pt';

/** Customers who write in their own language: the product must hear them as well as the others. */
export const abroadWords: readonly { touchpoint: Touchpoint; mood: Mood; language: ForeignLanguage; words: string }[] =
  [
    {
      touchpoint: 'delivery',
      mood: 'complaint',
      language: 'de',
      words: 'Das Essen kam kalt an und zwei Gerichte fehlten. So geht das nicht.',
    },
    { touchpoint: 'delivery', mood: 'praise', language: 'de', words: 'Pünktlich, freundlich, lecker. Gerne wieder!' },
    { touchpoint: 'delivery', mood: 'neutral', language: 'de', words: 'Liefern Sie auch am Feiertag?' },
    {
      touchpoint: 'billing',
      mood: 'complaint',
      language: 'de',
      words: 'Mir wurde der Betrag doppelt abgebucht und seit zehn Tagen antwortet niemand.',
    },
    {
      touchpoint: 'store-visit',
      mood: 'praise',
      language: 'de',
      words: 'Die Bäckerei in der Harbour Street ist wunderbar, endlich richtiges Roggenbrot.',
    },
    {
      touchpoint: 'app-login',
      mood: 'complaint',
      language: 'de',
      words: 'Der Anmeldecode kommt einfach nicht an, ich bin seit gestern ausgesperrt.',
    },
    {
      touchpoint: 'delivery',
      mood: 'complaint',
      language: 'es',
      words: 'La bolsa llegó rota y la salsa estaba por todas partes. Muy decepcionada.',
    },
    { touchpoint: 'delivery', mood: 'praise', language: 'es', words: 'Todo riquísimo y el repartidor muy amable.' },
    {
      touchpoint: 'support-call',
      mood: 'complaint',
      language: 'es',
      words: 'Llevo tres llamadas y cada vez tengo que contar lo mismo desde el principio.',
    },
    { touchpoint: 'checkout', mood: 'neutral', language: 'es', words: '¿Puedo pagar con dos tarjetas a la vez?' },
    {
      touchpoint: 'onboarding',
      mood: 'praise',
      language: 'es',
      words: 'Registrarse fue muy fácil y la primera caja nos encantó.',
    },
    {
      touchpoint: 'delivery',
      mood: 'complaint',
      language: 'fr',
      words: 'Livraison avec une heure et demie de retard, et la soupe avait coulé dans le sac.',
    },
    {
      touchpoint: 'store-visit',
      mood: 'praise',
      language: 'fr',
      words: 'Un très bon choix de fromages et une équipe souriante.',
    },
    {
      touchpoint: 'returns',
      mood: 'complaint',
      language: 'fr',
      words: "On me renvoie d'un guichet à l'autre et personne ne me rembourse.",
    },
    {
      touchpoint: 'billing',
      mood: 'neutral',
      language: 'fr',
      words: 'Où puis-je trouver ma facture du mois dernier ?',
    },
    {
      touchpoint: 'checkout',
      mood: 'complaint',
      language: 'it',
      words: "Il carrello si svuota da solo ogni volta che provo a pagare, è un'ora che ci provo.",
    },
    { touchpoint: 'delivery', mood: 'praise', language: 'it', words: 'Tutto perfetto, la torta di mele era squisita.' },
    {
      touchpoint: 'store-visit',
      mood: 'complaint',
      language: 'it',
      words: 'Una sola cassa aperta e venti minuti di coda. Peccato.',
    },
    {
      touchpoint: 'support-call',
      mood: 'praise',
      language: 'it',
      words: 'La signora al telefono è stata gentilissima e ha risolto subito.',
    },
    {
      touchpoint: 'app-login',
      mood: 'complaint',
      language: 'pt',
      words: 'Não consigo entrar na aplicação desde a atualização, o código nunca chega.',
    },
    { touchpoint: 'delivery', mood: 'praise', language: 'pt', words: 'Chegou à hora certa e estava tudo delicioso.' },
    {
      touchpoint: 'billing',
      mood: 'complaint',
      language: 'pt',
      words: 'Cobraram-me um plano que cancelei há dois meses.',
    },
    {
      touchpoint: 'onboarding',
      mood: 'neutral',
      language: 'pt',
      words: 'A caixa de boas-vindas dá para quantas pessoas?',
    },
  ];

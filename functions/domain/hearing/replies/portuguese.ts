import type { ReplySheet } from './reply-sheet.ts';

export const portuguese: ReplySheet = {
  done: `
    reembolsad*, reembolsamos, estornad*, estornamos, devolvid*, devolvemos, substituíd*, substituímos, trocamos,
    trocad*, creditad*, creditamos, indenizad*, ressarcid*, remarcad*, remarcamos, reacomodad*, ligamos, liguei,
    ligou, telefonei, desbloquead*, desbloqueamos, consertad*, consertamos, reparad*, reparamos, resolvid*,
    resolvemos, solucionad*, solucionamos, corrigid*, corrigimos, ajustad*, ajustamos, restabelecid*, reativad*,
    reativamos, ativad*, enviad*, enviamos, enviei, reenviad*, reenviamos, despachad*, postad*, entregue, entregues,
    entregamos, cancelamos a cobrança, cancelada a cobrança, removid*, removemos, retirada a cobrança, adicionad*,
    adicionamos, aplicad*, aplicamos, emitid*, emitimos, processad*, agendad*, agendamos, reservad*, renovad*,
    encontrad*, localizad*, localizamos, pag*, atualizad*, atualizamos`,
  given: `
    está a caminho, estão a caminho, já está a caminho, saiu para entrega, em anexo, segue em anexo, anexo,
    aqui está o seu, aqui está seu, voltou a funcionar, já funciona, está funcionando novamente, está resolvido,
    foi resolvido, está desbloqueada, está pronto para, está disponível para retirada`,
  doer: `
    foi, foram, está, estão, já, hoje, acabamos de, temos, tenho, nós, nosso, nossa, gerente, equipe, técnico, o, a,
    seu, sua`,
  deed: `
    reembolsar, estornar, devolver, substituir, trocar, creditar, ligar, contatar, contactar, desbloquear, consertar,
    reparar, resolver, solucionar, corrigir, enviar, verificar, analisar, averiguar, investigar, apurar, encaminhar,
    repassar, melhorar, ajudar, atender, retornar, responder, reembolsad*, estornad*, resolvid*, enviad*,
    fazer melhor`,
  prospect: `
    vamos, vou, vai, irá, iremos, será, serão, podemos, pode, poderemos, poderíamos, poderia, deverá, deve,
    esperamos, queremos, gostaríamos, em breve, logo, assim que possível, o mais rápido, faremos, reembolsaremos,
    enviaremos, verificaremos, analisaremos, entraremos, retornaremos, resolveremos, por favor, por gentileza,
    tentaremos, buscaremos, para que, para podermos`,
  condition: `se, caso, quando, assim que, até que, depois que, uma vez que`,
  denial: `não, nunca, nem, sem, infelizmente, nenhum, nenhuma, impossível, ainda não`,
  customer: `você, vocês, o senhor, a senhora, que você`,
  joint: `
    e já, e foi, e a, e o, e enviamos, e temos, e vamos, e não, mas, porém, contudo, porque, que, enquanto, pois`,
  hollow: `
    desculp*, desculpas, pedimos desculpa*, lamentamos, lamento, sentimos muito, sinto muito, perdão, transtorno*,
    inconveniente*, incômodo*, obrigado por entrar em contato, obrigada por entrar em contato, obrigado pelo contato,
    obrigado pelo contacto, agradecemos o contato, agradecemos o contacto, agradecemos seu contato, obrigado por nos,
    obrigada por nos, obrigado pelo seu feedback, obrigado pelo feedback, agradecemos o feedback,
    agradecemos seu feedback, agradecemos a sua opinião, agradecemos a compreensão, agradecemos sua compreensão,
    agradecemos a paciência, obrigado pela paciência, sua opinião é importante, sua opinião é muito importante,
    é importante para nós, é muito importante para nós, levamos a sério, encaminhamos, encaminhado, encaminhada,
    repassamos, repassado, repassada, enviamos sua reclamação, enviado para o setor, ao setor, à equipe, à área,
    equipe responsável, setor responsável, área responsável, registramos, anotado, estamos verificando,
    estamos analisando, estamos apurando, estamos trabalhando, trabalhamos para, entendemos, compreendemos,
    frustração, paciência, por dm, via dm, mensagem direta, mensagem privada, inbox, chame no, nos chame,
    entre em contato, entre em contacto, fale conosco, ligue para, nossos canais, canais de atendimento,
    fazer melhor, melhorar sempre, não se repita, não volte a acontecer, não aconteça novamente, próxima vez,
    nos esforçamos, estamos à disposição`,
  ask: `
    envie, enviar, envie-nos, mande, informe, informar, nos informe, informe-nos, forneça, confirme, confirmar,
    precisamos, diga-nos, nos diga, pode, poderia, consegue, qual, quais, quando, onde, qual é, recebeu, tem,
    indique`,
  detail: `
    número, nome, endereço, morada, e-mail, email, cpf, nif, código, cep, data, foto, fotos, print, recibo,
    nota fiscal, fatura, modelo, versão, loja, agência, voo, localizador, referência, telefone, pedido, encomenda,
    reserva, protocolo, conta, hora, horário`,
};

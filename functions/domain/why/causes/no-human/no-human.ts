import type { CauseSheet } from '../../root-cause.ts';
import { deadEnds } from './dead-ends.ts';
import { telephone } from './telephone.ts';

export const noHuman: CauseSheet = {
  cause: 'no-human',
  means: 'The customer is stuck with a machine, a form or a telephone queue and reaches no person.',
  rules: [
    {
      id: 'NO-HUMAN-1',
      says: 'A bot, a menu or an automatic answer stands in for a person.',
      any: {
        en: `
          bot, bots, chatbot*, chat bot*, robot, robots, robotic, robo call*, automated, automatic reply,
          automatic response, automatic message, auto reply, auto response, auto replies, autoreply, canned response*,
          canned reply, canned replies, canned answer*, scripted response*, generic response, generic email,
          generic reply, generic answer, template response, template reply, ivr, phone menu, phone tree, press #,
          press one, options and then, virtual assistant, virtual agent, virtual chat, voice recognition,
          voice system, voice prompts, recorded message, recorded voice, a recording, same recording,
          talking to a machine, talking to a computer, speak to a machine, answering machine, by a machine,
          a machine answer*, machines answer, drop down menu, endless menus, menu after menu, menu options,
          autoresponse*, autoresponder, writing to a machine, talk to the wall, talking to a wall,
          talking to the wall, goes to a computer, computer generated, voice thing, chat assistant, your recorded,
          recorded messages, standard reply, standard answer, standard email, standard response, stock answer*,
          stock reply, canned, same damn message*, same message over, same automated, machines instead,
          computer voice, voice menu, auto-reply, ai assistant, automatic rebooking`,
        de: `
          chatbot*, bot, bots, roboter, computerstimme, automatische antwort, automatische antworten,
          automatische ansage, automatisierte, bandansage, endlosschleife, warteschleifenmenü, sprachmenü,
          sprachcomputer, textbaustein*, standardantwort*, maschine, telefoncomputer, anrufbeantworter`,
        es: `
          bot, bots, chatbot*, robot, robots, asistente virtual, respuesta automática, respuestas automáticas,
          contestador, grabación, máquina, menú, menús, automatizad*, locución, respuesta genérica, copiar y pegar,
          corta y pega`,
        fr: `
          bot, bots, chatbot*, robot, robots, réponse automatique, réponses automatiques, répondeur,
          assistant virtuel, serveur vocal, boîte vocale, message automatique, menu vocal, tapez #, machine,
          copier-coller, copié collé, réponse type, réponses types`,
        it: `
          bot, chatbot*, robot, risposta automatica, risposte automatiche, risponditore, assistente virtuale,
          voce registrata, messaggio registrato, segreteria, menu vocale, voce automatica, disco, copia e incolla,
          risposta preconfezionata, risposte preconfezionate, macchina`,
        pt: `
          bot, bots, chatbot*, robô, robôs, resposta automática, respostas automáticas, mensagem automática,
          mensagens automáticas, atendimento automático, assistente virtual, gravação, máquina, menu, menus,
          secretária eletrónica, copia e cola, resposta padrão, respostas prontas`,
      },
      unless: {
        en: `
          washing machine, vending machine, espresso machine, bag machine, x-ray machine, dinner menu, drinks menu,
          breakfast menu, wine, on the menu, menu was, menu choices, meal, food, solved, bot helped, bot fixed,
          coffee, blood pressure, ct machine, ticket machine, printer, screening machine, scan machine, vacuum*, toy,
          hoover, mower, kitchen`,
        de: `gelöst, waschmaschine, kaffeemaschine, spülmaschine, speise`,
        es: `máquina de café, máquina de coser, comida, plato, platos, resolvió, lavadora, vino`,
        fr: `machine à laver, machine à café, plat, plats, repas, résolu, aspirateur`,
        it: `macchina del caffè, la macchina si, auto, piatti, cibo, risolto, aspirapolvere`,
        pt: `máquina de lavar, máquina de café, comida, prato, pratos, resolveu, aspirador`,
      },
    },
    {
      id: 'NO-HUMAN-2',
      says: 'The customer asks for a person and gets none.',
      any: {
        en: `
          a human, real human*, actual human*, live human, human being, human beings, human contact, no human,
          a real person, real people, actual person, actual people, live person, live agent*, real live, live body,
          live representative, talk to a agent, reach customer service, get someone on the phone,
          get anyone on the phone, get somebody on the phone, get a person on the phone, get a hold of, get ahold of,
          couldn't reach, can't reach, cannot reach, could not reach, unable to reach, impossible to reach,
          unreachable, impossible to contact, unable to contact, can't contact, cannot contact, couldn't contact,
          difficult to contact, hard to contact, hard to reach, difficult to reach, impossible to speak,
          impossible to talk, no way to contact, no way to reach, no way of contacting, no way to speak,
          no way to talk, no phone number, no telephone number, no number to call, no contact number,
          no contact details, no phone support, no customer service number, no live chat, no one to talk to,
          no one to speak to, nobody to talk to, nobody to speak to, get to a person, get to a real, get to anyone,
          get to an agent, get to someone, talked to anyone, spoken to anyone, spoke to anyone, human help,
          talked to a person, spoken to a person, need live chat, get {anyone}, speak to {anyone},
          speak with {anyone}, talk to {anyone}, talk with {anyone}, reach {anyone}, contact {anyone}, call {anyone},
          find {anyone} to, {anyone} to talk to, {anyone} to speak to, {anyone} real, {anyone} on the phone,
          {anyone} on the line, anybody by phone, anyone by phone, number anywhere, has no phone, nobody to turn to,
          have someone call me, someone call me, contact the airline, call me themselves, easier to contact,
          easier to get hold of, get hold of, getting hold of, difficult to get hold, someone personally,
          personally address, human voice, real voice, voice on the other end`,
        de: `
          keinen menschen, kein mensch, echten menschen, echter mensch, richtigen menschen, mit einem menschen,
          einen mitarbeiter sprechen, mit einem mitarbeiter, persönlich sprechen, mit jemandem sprechen,
          jemanden sprechen, niemanden erreichen, niemanden ans telefon, niemand erreichbar, nicht erreichbar,
          nicht zu erreichen, telefonisch nicht, erreicht niemanden, erreiche niemanden, keine telefonnummer,
          keine hotline, keine kontaktmöglichkeit`,
        es: `
          persona real, ser humano, un humano, ningún humano, persona de carne y hueso, hablar con una persona,
          hablar con alguien, hablar con un agente, hablar con un operador, hablar con nadie, contactar con nadie,
          imposible contactar, imposible hablar, imposible comunicarse, no hay forma de contactar,
          no hay manera de hablar, no hay teléfono, ningún teléfono, sin teléfono`,
        fr: `
          humain, personne réelle, vraie personne, parler à quelqu'un, joindre quelqu'un, joindre personne,
          avoir quelqu'un, parler à un conseiller, avoir un conseiller, joindre un conseiller, injoignable*,
          impossible de joindre, impossible à joindre, impossible de parler, impossible de contacter,
          impossible d'avoir, pas de numéro, aucun numéro`,
        it: `
          un essere umano, persona reale, persona vera, persona in carne, un umano, parlare con una persona,
          parlare con qualcuno, parlare con nessuno, parlare con un essere, irraggiungibil*, impossibile contattare,
          impossibile parlare, impossibile comunicare, nessun numero, non si riesce a parlare, non riesco a parlare,
          operatore`,
        pt: `
          um humano, ser humano, atendente humano, pessoa real, pessoa de verdade, falar com uma pessoa,
          falar com alguém, falar com um atendente, falar com ninguém, contato com ninguém, impossível falar,
          impossível contactar, impossível contatar, não consigo falar, não consigo contato, não consegui falar,
          não consegui contato, não tem telefone, nenhum telefone, sem telefone, não há telefone`,
      },
      with: {
        en: `
          can't, cannot, couldn't, unable, impossible, no, never, nobody, hours, minutes, mins, hour, hrs, forever,
          days, wait, waiting, trying, tried, try, how do i, how can i, how do you, is there a, want to,
          would like to, let me, please, difficult, hard, difficulty, struggle*, hold, without, why, instead of, not,
          wasn't, isn't, ever, just, only, hope, can a, help, still, need, easier, better, nice`,
        de: `
          nicht, kein, keinen, keine, niemand, niemanden, unmöglich, stunden, minuten, nie, versuche, will, möchte,
          endlich, wann, ohne, statt, warum, kaum, kann man`,
        es: `
          no, imposible, sin, nadie, ningún, nunca, horas, minutos, intento, intentando, quiero, quisiera, ni, jamás,
          cómo, por favor`,
        fr: `
          pas, impossible, aucun, aucune, jamais, personne, sans, heures, minutes, injoignable*, essaie, essaye, veux,
          voudrais, comment, enfin, ni, rien`,
        it: `
          non, impossibile, nessun, nessuno, mai, senza, ore, minuti, irraggiungibil*, provo, cerco, voglio, vorrei,
          come, né, neanche`,
        pt: `
          não, impossível, sem, ninguém, nenhum, nunca, horas, minutos, tento, tentando, quero, queria, nem, como,
          jamais, por favor`,
      },
      unless: {
        en: `
          gate agent*, travel agent*, the agent was, agent told, agent said, desk agent*, agent at, counter agent,
          ticket agent*, agents were, estate agent, agents at, to get back to me, nobody could have`,
      },
    },
    ...telephone,
    {
      id: 'NO-HUMAN-5',
      says: 'There is only a form, a website, an app or an e-mail address to turn to.',
      any: {
        en: `
          online form, web form, webform, contact form, form on your website, form on the website, fill out a form,
          fill out the form, fill in a form, fill in the form, fill out an online, fill in an online, complete a form,
          complete an online, submit a form, told to fill, told me to fill, told to go online, told me to go online,
          go to the website, go to your website, go to our website, use the website, use the app, only online,
          online only, only through the app, only through the website, only via the app, only via email,
          only by email, only email, only an email, do it online, have to go online, forced to go online,
          email address only, no customer service, customer service is non existent, non existent customer service,
          nonexistent customer service, customer service doesn't exist, no customer support, endless loop,
          going round in a loop, stuck in a loop, stuck in the loop, sent me to the faq, pointed me to the faq,
          link to the faq, everything has to be done online, referred me to the website, referred to the website,
          told to check the website, told me to check the website, only book through, only book online, only book via,
          through an app, only way to contact, only contact, no option on, no way to complain, website sends me,
          is a web form, except a contact form, everything is online, everything online, all online, only via,
          only use the app, chat only, to the faq, use the web, tells me to use the web, empty help desk*,
          help desks empty, empty help`,
        de: `
          nur online, nur per mail, nur per e-mail, nur über die app, nur über das formular, nur über die website,
          kontaktformular, onlineformular, online-formular, formular ausfüllen, auf die website verwiesen, faq,
          nur noch per app, hilfeseite`,
        es: `
          solo online, solo por internet, solo por correo, solo por email, solo a través de la web,
          solo a través de la app, preguntas frecuentes, todo por internet, solo por la app, formulario online,
          solo un formulario`,
        fr: `
          uniquement en ligne, seulement en ligne, uniquement par mail, que par mail, via le site,
          par internet uniquement, faq, tout par internet, uniquement via l'application, que sur internet,
          un formulaire à remplir`,
        it: `
          solo online, solo via mail, solo per email, solo tramite app, solo tramite il sito, solo tramite sito,
          modulo online, modulo di contatto, compilare un modulo, form online, domande frequenti, faq, tutto online`,
        pt: `
          só online, somente online, apenas online, só por e-mail, só por email, somente por e-mail,
          apenas por e-mail, só pelo site, somente pelo site, só pelo aplicativo, só pela app, perguntas frequentes,
          tudo online, apenas pelo site, formulário online, preencher um formulário, só um formulário`,
      },
      unless: { en: `in the loop, out of the loop, loop the, easy to fill, form was easy, form is easy` },
    },
    {
      id: 'NO-HUMAN-6',
      says: 'The customer is kept on hold for hours or without end.',
      any: {
        en: `
          on hold, hold for #, hold for over, hold for an hour, hold for hours, hold time*, been holding, hold music,
          hold forever, call wait, call volume*, high volume, on phone for, waiting on the phone, waited on the phone,
          wait on phone, held on the phone, phone queue, telephone queue, wait to speak, waiting to speak,
          waiting to talk, wait to talk, # hour hold, hr hold, # hour call back, # hour callback, hold with,
          holding for, hold and, hold over, hold since, still holding, been holding since, listening to hold,
          waited on the line, on the phone with, on the line for, hours on the phone, hrs on the phone,
          put me back on hold, on hold and never`,
        de: `warteschleife, warteschleifen, am telefon`,
        es: `en espera, al teléfono`,
        fr: `en attente, au téléphone`,
        it: `in attesa al telefono, attesa telefonica, musichetta`,
        pt: `em espera, na espera, ao telefone, musiquinha`,
      },
      with: {
        en: `
          # hours, forever, all day, all morning, all night, all afternoon, all evening, never, eternity, ages,
          endless*, no end, no answer, no one, nobody, gave up, give up, then hung, hung up, constantly, no human,
          since noon, since this morning, and counting, never came back, went dead, whole, entire`,
        de: `stunde, stunden, ewig, endlos*, dauernd, immer, nie, niemand, keiner`,
        es: `hora, horas, eternidad, siempre, nunca, nadie`,
        fr: `heure, heures, éternité, toujours, jamais, personne`,
        it: `ora, ore, eternità, sempre, mai, nessuno`,
        pt: `hora, horas, eternidade, sempre, nunca, ninguém`,
      },
      unless: {
        en: `
          order on hold, account on hold, flight on hold, in the hold, holding pattern, hold my, hold hands,
          hold the flight, hold the plane`,
      },
    },
    ...deadEnds,
  ],
};

import type { CauseSheet } from '../root-cause.ts';

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
          canned reply, canned replies, canned answer*, copy and paste, copy paste, copied and pasted, cut and paste,
          scripted response*, generic response, generic email, generic reply, generic answer, template response,
          template reply, form letter, ivr, phone menu, phone tree, press #, press one, options and then,
          virtual assistant, virtual agent, virtual chat, voice recognition, voice system, voice prompts,
          recorded message, recorded voice, a recording, same recording, talking to a machine, talking to a computer,
          speak to a machine, answering machine, by a machine, a machine answer*, machines answer, drop down menu,
          endless menus, menu after menu, menu options, autoresponse*, autoresponder, writing to a machine,
          talk to the wall, talking to a wall, talking to the wall, goes to a computer`,
        de: `
          chatbot*, bot, bots, roboter, computerstimme, automatische antwort, automatische antworten,
          automatische ansage, automatisierte, bandansage, endlosschleife, warteschleifenmenü, sprachmenü,
          sprachcomputer, textbaustein*, standardantwort*, maschine, telefoncomputer, anrufbeantworter`,
        es: `
          bot, bots, chatbot*, robot, robots, asistente virtual, respuesta automática, respuestas automáticas,
          contestador, grabación, máquina, menú, menús, automatizad*, locución, respuesta genérica, copiar y pegar,
          corta y pega`,
        fr: `
          bot, bots, chatbot*, robot, robots, réponse automatique, réponses automatiques, répondeur, assistant virtuel,
          serveur vocal, boîte vocale, message automatique, menu vocal, tapez #, machine, copier-coller, copié collé,
          réponse type, réponses types`,
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
          breakfast menu, wine, on the menu, menu was, menu choices, meal, food, solved, bot helped, bot fixed, coffee,
          blood pressure, ct machine, ticket machine, printer, screening machine, scan machine, vacuum*, toy, hoover,
          mower, kitchen`,
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
          a human, real human*, actual human*, live human, human being, human beings, human interaction, human contact,
          no human, a real person, real people, actual person, actual people, live person, live agent*, real live,
          live body, live representative, talk to a person, speak to a person, speak with a person, talk to a agent,
          speak to an agent, speak with an agent, talk to an agent, talk to a representative, speak to a representative,
          speak with a representative, speak to anyone, speak to someone, speak with someone, speak with anyone,
          speak to somebody, talk to someone, talk to anyone, talk to somebody, talk with someone, reach someone,
          reach anyone, reach a person, reach an agent, reach a representative, reach customer service,
          get someone on the phone, get anyone on the phone, get somebody on the phone, get a person on the phone,
          get a hold of, get ahold of, couldn't reach, can't reach, cannot reach, could not reach, unable to reach,
          impossible to reach, unreachable, impossible to contact, unable to contact, can't contact, cannot contact,
          couldn't contact, difficult to contact, hard to contact, hard to reach, difficult to reach,
          impossible to speak, impossible to talk, no way to contact, no way to reach, no way of contacting,
          no way to speak, no way to talk, no phone number, no telephone number, no number to call, no contact number,
          no contact details, no phone support, no customer service number, no live chat, no one to talk to,
          no one to speak to, nobody to talk to, nobody to speak to, get to a person, get to a real, get to anyone,
          get to an agent, get to someone, talked to anyone, spoken to anyone, spoke to anyone, human help,
          talked to a person, spoken to a person, need live chat`,
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
          days, wait, waiting, trying, tried, try, how do i, how can i, how do you, is there a, want to, would like to,
          let me, please, difficult, hard, difficulty, struggle*, hold, without, why, instead of, not, wasn't, isn't,
          ever, just, only, hope, can a, help, still, need`,
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
          ticket agent*, agents were, estate agent, agents at, nobody could have`,
      },
    },
    {
      id: 'NO-HUMAN-3',
      says: 'The customer hangs in the telephone queue or does not get through.',
      any: {
        en: `
          hours on the phone, hrs on the phone, hour on the phone, on the phone for hours, on the phone for over,
          on the phone for #, on the phone for an, waiting for an operator, get through to, get through on the phone,
          get through by phone, can't get through, cannot get through, couldn't get through, could not get through,
          unable to get through, never get through, trying to get through, get thru, caller in the queue,
          waiting for someone to answer, waiting for someone to pick, no one answers, nobody answers, no one answering,
          nobody answering, no one answered, nobody answered, no one picks up, nobody picks up, no one picked up,
          nobody picked up, not answering phones, aren't answering, isn't answering, phones not answered,
          phone not answered, phone was not answered, answer your phone*, answer the phone*, answer your damn phone*,
          answer phones, answering the phone*, answering your phone*, answer calls, answering calls, calls not answered,
          calls go unanswered, pick up the phone, pick up your phone, picking up the phone, wouldn't pick up,
          won't pick up, just rings, rings out, rang out, rings and rings, rang and rang, ring off the hook,
          phone lines, your hotline, getting through on the phone, getting through to, difficulty getting through,
          trouble getting through, do i get through, no answer when, no answer on the phone, not answer when,
          no answer to my call*, answer to the initial call, answer the initial call, call to be answered,
          calls to be answered, hours on phone, not taking calls, isn't taking calls, aren't taking calls,
          stopped taking calls, no one has picked up, nobody has picked up, never answered the phone,
          phone support is terrible, terrible telephone support, terrible phone support, phone help system`,
        de: `
          warteschleife, hotline, in der leitung, telefonisch, minuten gewartet am telefon, stunden am telefon,
          geht niemand ran, niemand geht ran, geht keiner ran, keiner geht ran, niemand ans telefon, niemand nimmt ab,
          nimmt niemand ab, keiner nimmt ab, nimmt keiner ab, nicht durchgekommen, kommt man nicht durch,
          komme nicht durch, kein durchkommen, dauerbesetzt, besetzt, leitung tot`,
        es: `
          en espera, al teléfono, no cogen el teléfono, no contestan el teléfono, nadie coge el teléfono, nadie atiende,
          nadie contesta el teléfono, no atienden, colapsad*, líneas ocupadas, línea ocupada, comunica, comunicando,
          musiquita, media hora esperando al`,
        fr: `
          au téléphone, musique d'attente, file d'attente téléphonique, personne ne décroche, ne décroche pas,
          ne décrochent pas, ne décroche jamais, lignes occupées, ligne occupée, sonne occupé, sonne dans le vide,
          hotline, standard, minutes d'attente téléphonique, raccroche automatiquement`,
        it: `
          al telefono, musichetta, linea occupata, linee occupate, sempre occupato, call center, centralino,
          numero verde, squilla a vuoto, minuti di attesa telefonica, ore in attesa`,
        pt: `
          na espera, em espera, ao telefone, no telefone, musiquinha, ninguém atende, não atendem, não atende,
          linha ocupada, linhas ocupadas, sempre ocupado, só dá ocupado, telefone toca, central de atendimento,
          call center, linha de apoio`,
      },
      with: {
        de: `
          warte*, gewartet, stunde, stunden, minuten, niemand, keiner, nie, kein, nicht, ewig, immer, besetzt, tot,
          durch, durchkommen, dauernd, endlos*, dauerbesetzt`,
        es: `
          hora, horas, minutos, espera, esperando, no, nadie, nunca, sin, imposible, siempre, colapsad*, ocupad*,
          comunica*`,
        fr: `
          heure, heures, minutes, attente, attend*, personne, jamais, pas, impossible, toujours, occup*, vide, saturé,
          décroch*`,
        it: `ora, ore, minuti, attesa, aspett*, nessuno, mai, non, impossibile, sempre, occupat*, vuoto, cade`,
        pt: `hora, horas, minutos, espera, esperando, ninguém, nunca, não, impossível, sempre, só, ocupad*, cai`,
      },
      unless: {
        en: `got through quickly, got through straight away, no hold time, airport security, security line, put my bag`,
      },
    },
    {
      id: 'NO-HUMAN-4',
      says: 'The call is cut off.',
      any: {
        en: `
          hung up, hang up, hangs up, hanging up, hangup, hangs me up, disconnected, disconnects, disconnect me,
          disconnecting, got cut off, cut me off, cuts me off, cuts off, get cut off, was cut off, been cut off,
          being cut off, keeps cutting off, cutting me off, dropped my call, drops my call, dropped the call,
          call dropped, call drops, calls dropped, dropped call, drop my call, line went dead, line goes dead,
          phone went dead, line drops, line dropped, busy signal, busy tone, engaged tone, always engaged,
          constantly engaged, line is busy, lines are busy, lines busy, line busy, too busy to join, voice mail,
          mailbox is full, mailbox full, voicemail, answerphone, too busy to answer, too busy to take,
          phone is off the hook, call failed, kicked off the line, kicked off the phone`,
        de: `
          aufgelegt, legt auf, legen auf, aus der leitung geworfen, aus der leitung geflogen, rausgeworfen,
          verbindung abgebrochen, gespräch abgebrochen, anruf abgebrochen, getrennt, leitung tot, besetztzeichen,
          mailbox, fliege ich aus`,
        es: `
          cuelgan, colgaron, me han colgado, se cortó la llamada, cortan la llamada, me cortan, se corta, buzón de voz`,
        fr: `raccroche, raccrochent, coupe, ligne coupée, communication coupée, messagerie vocale, sur messagerie`,
        it: `
          mi hanno riattaccato, riattaccano, riattacca, mettono giù, messo giù, cade la linea, caduta la linea,
          la linea cade, buttano giù, chiudono la chiamata, chiuso la chiamata`,
        pt: `
          desligam, desligaram, cai a ligação, a ligação cai, ligação caiu, a chamada cai, a chamada caiu, caixa postal,
          caixa de correio`,
      },
      with: {
        en: `
          phone, phones, call, called, calls, calling, caller, hold, me, us, minutes, mins, hours, hour, hrs, agent,
          agents, representative, rep, line, lines, customers, number, twice, again, just, keep, keeps, tried, trying,
          someone, anyone, voicemail, after, automatically, then, customer, system, ring, rang, signal, tone`,
        fr: `
          appel, appels, appelle, téléphone, ligne, au nez, minutes, attente, communication, conseiller, conseillère,
          service client, fois, messagerie`,
        de: `
          anruf*, telefon*, leitung, hotline, minuten, stunde, stunden, warte*, gewartet, einfach, mal, mailbox,
          gespräch, verbindung`,
      },
      unless: {
        en: `
          hang ups, internet, wifi, wi-fi, broadband, router, server, game, bluetooth, air conditioning, power,
          electricity, water, catheter`,
      },
    },
    {
      id: 'NO-HUMAN-5',
      says: 'There is only a form, a website, an app or an e-mail address to turn to.',
      any: {
        en: `
          online form, web form, webform, contact form, form on your website, form on the website, fill out a form,
          fill out the form, fill in a form, fill in the form, fill out an online, fill in an online, complete a form,
          complete an online, submit a form, told to fill, told me to fill, told to go online, told me to go online,
          go to the website, go to your website, go to our website, use the website, use the app, only online,
          online only, only through the app, only through the website, only via the app, only via email, only by email,
          only email, only an email, do it online, have to go online, forced to go online, email address only,
          no customer service, customer service is non existent, non existent customer service,
          nonexistent customer service, customer service doesn't exist, no customer support, endless loop,
          going round in a loop, stuck in a loop, stuck in the loop, sent me to the faq, pointed me to the faq,
          link to the faq, everything has to be done online, referred me to the website, referred to the website,
          told to check the website, told me to check the website`,
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
          só online, somente online, apenas online, só por e-mail, só por email, somente por e-mail, apenas por e-mail,
          só pelo site, somente pelo site, só pelo aplicativo, só pela app, perguntas frequentes, tudo online,
          apenas pelo site, formulário online, preencher um formulário, só um formulário`,
      },
      unless: { en: `in the loop, out of the loop, loop the, easy to fill, form was easy, form is easy` },
    },
    {
      id: 'NO-HUMAN-6',
      says: 'The customer is kept on hold for hours or without end.',
      any: {
        en: `
          on hold, hold for #, hold for over, hold for an hour, hold for hours, hold time*, been holding, hold music,
          hold forever, call wait, call volume*, high volume, phone wait, on phone for, waiting on the phone,
          waited on the phone, wait on the phone, wait on phone, held on the phone, phone queue, telephone queue,
          wait to speak, waiting to speak, waiting to talk, wait to talk, # hour hold, hr hold, # hour call back,
          # hour callback, hold with, holding for, hold and, hold over, hold since, still holding`,
        de: `warteschleife, warteschleifen, am telefon`,
        es: `en espera, al teléfono`,
        fr: `en attente, au téléphone`,
        it: `in attesa al telefono, attesa telefonica, musichetta`,
        pt: `em espera, na espera, ao telefone, musiquinha`,
      },
      with: {
        en: `
          hours, hrs, forever, all day, all morning, all night, all afternoon, all evening, never, eternity, ages,
          endless*, no end, no answer, no one, nobody, gave up, give up, then hung, hung up, constantly, no human`,
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
  ],
};

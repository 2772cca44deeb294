import type { CauseRule } from '../../root-cause.ts';

/** No person as it shows on the telephone. */
export const telephone: readonly CauseRule[] = [
  {
    id: 'NO-HUMAN-3',
    says: 'The customer hangs in the telephone queue or does not get through.',
    any: {
      en: `
        get through on the phone, get through by phone, never get through, can't get through, cannot get through,
        couldn't get through, could not get through, unable to get through, not able to get through,
        impossible to get through, no way to get through, can't even get through, couldn't even get through,
        {dont} get through, trying to get through, get thru, caller in the queue, not answering phones,
        aren't answering, isn't answering, phones not answered, phone not answered, phone was not answered,
        answer your phone*, answer your damn phone*, answer phones, answer the damn phone*, answer the bloody phone*,
        answer the phone please, please answer the phone, to answer the phone, not answering the phone*,
        never answering the phone*, {dont} answer the phone*, {dont} pick up the phone*, please pick up the phone,
        just pick up the phone, line always busy, lines always busy, phone always busy, phones always busy,
        lines are always busy, line is always busy, phone is always busy, answering your phone*, calls not answered,
        calls go unanswered, pick up your phone, picking up the phone, wouldn't pick up, won't pick up, just rings,
        rings out, rang out, rings and rings, rang and rang, ring off the hook, phone lines, your hotline,
        getting through on the phone, do i get through, no answer when, no answer on the phone, not answer when,
        no answer to my call*, not taking calls, isn't taking calls, aren't taking calls, stopped taking calls,
        no one has picked up, nobody has picked up, never answered the phone, phone support is terrible,
        terrible telephone support, terrible phone support, phone help system, {nobody} picks up, {nobody} picked up,
        {nobody} answers, {nobody} answering, {nobody} answered, {nobody} is answering, {nobody} answers the phone,
        {nobody} {could} pick up, anybody answering, please pick up, phone rings and, phone just rings, rung # times,
        ring # times, tried calling # times, calling # times, always engaged, number is not in service,
        not in service, local number says, number says, lines are closed, phone lines closed, your lines,
        phone line is, phone lines are, straight to voicemail, is your call center even, is your call centre even,
        get through at #, by telephone is impossible, by phone is impossible, not even able to hold,
        allow me to wait on hold, never get through to, trying to get through to, help us get through to,
        telephone options, phone options, options to get, # options before, keeps ringing, no one on the phone,
        number doesn't work, numbers do not work, number does not work, numbers don't work, phone number doesn't,
        wrong number`,
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
        phone is off the hook, call failed, kicked off the line, kicked off the phone, hung the phone up,
        put the phone down on, hung up on, hang up on, hangs up on, got hung up, drops me, dropped me,
        cut off my call, phone cut me off, then the line went dead, disconnect callers`,
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
        someone, anyone, voicemail, after, automatically, then, customer, system, ring, rang, signal, tone,
        hung up on, hang up on, hangs up on, hung the phone up, got hung up, phone down on, drops me, line went dead,
        web, attempt`,
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
];

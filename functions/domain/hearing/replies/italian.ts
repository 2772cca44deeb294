import type { ReplySheet } from './reply-sheet.ts';

export const italian: ReplySheet = {
  done: `
    rimborsat*, sostituit*, cambiat*, accreditat*, riaccreditat*, risarcit*, riprenotat*, riprotett*, chiamat*,
    richiamat*, telefonato, sbloccat*, riparat*, risolt*, sistemat*, corrett*, rettificat*, ripristinat*, riattivat*,
    attivat*, inviat*, rispedit*, spedit*, mandat*, consegnat*, stornat*, annullato l'addebito, rimosso, rimossa,
    eliminat*, aggiunt*, applicat*, emess*, organizzat*, prenotat*, riprogrammat*, prolungat*, ritrovat*,
    rintracciat*, pagat*, effettuato il rimborso, aggiornat*, modificat*, regalat*, omaggiat*`,
  given: `
    è in arrivo, sono in arrivo, è in viaggio, è in consegna, è per strada, in allegato, allegato, allegata,
    ecco il suo buono, ecco il tuo, ecco il suo, funziona di nuovo, funziona nuovamente, è di nuovo, è risolto,
    è sbloccato, è pronto per il ritiro, la aspetta, ti aspetta`,
  doer: `
    abbiamo, ho, ha, hanno, è, sono, è stato, è stata, stato, stata, stati, state, già, appena, oggi, collega,
    tecnico, team, responsabile`,
  deed: `
    rimborsare, rimborseremo, sostituire, cambiare, accreditare, risarcire, chiamare, ricontattare, contattare,
    sbloccare, riparare, risolvere, sistemare, correggere, inviare, spedire, verificare, controllare, esaminare,
    approfondire, inoltrare, trasmettere, segnalare, migliorare, aiutare, fare meglio, fare il possibile, rispondere,
    rimborsat*, sostituit*, risolt*, verificheremo, provvederemo`,
  prospect: `
    sarà, saranno, verrà, verranno, possiamo, può, potremmo, potrebbe, potremo, dovrebbe, speriamo, vogliamo,
    vorremmo, presto, a breve, al più presto, faremo, rimborseremo, invieremo, verificheremo, provvederemo,
    contatteremo, ricontatteremo, cercheremo, inoltreremo, sostituiremo, risolveremo, controlleremo, miglioreremo,
    per favore, la preghiamo, ti preghiamo, per poter, stiamo per`,
  condition: `se, quando, appena avremo, non appena, una volta, finché, qualora, nel caso`,
  denial: `non, mai, nessun, nessuna, senza, né, purtroppo, impossibile`,
  customer: `lei ha, hai, avete, ci ha`,
  joint: `ed, e abbiamo, e ho, e le, e la, e il, e ha, ma, però, tuttavia, perché, che, mentre`,
  hollow: `
    scus*, ci scusiamo, ci dispiace, mi dispiace, dispiace, spiacenti, spiacente, siamo desolati, rammaric*, disagio,
    disagi, inconveniente, inconvenienti, grazie per averci, grazie per la segnalazione, grazie della segnalazione,
    grazie per il messaggio, grazie per il suo feedback, grazie per il tuo feedback, grazie per il feedback,
    grazie per la pazienza, grazie per la comprensione, sua opinione è importante, tua opinione è importante,
    è importante per noi, molto importante per noi, prendiamo sul serio, inoltrato, abbiamo inoltrato, inoltrato la,
    trasmesso, abbiamo segnalato, segnalato, girato al, girato la, al team, al reparto, reparto competente,
    ufficio competente, preso nota, prendiamo nota, stiamo verificando, stiamo controllando, stiamo lavorando,
    lavoriamo per, verifichiamo, capiamo, comprendiamo, frustrazione, pazienza, in dm, in privato, messaggio privato,
    messaggio diretto, ci contatti, contattaci, ci scriva, scrivici, chiami il, chiama il, servizio clienti,
    fare di meglio, fare meglio, non accada più, non succeda più, non si ripeta, prossima volta, ci impegniamo,
    facciamo il possibile`,
  ask: `
    inviarci, ci invii, inviaci, mandaci, indicarci, ci indichi, indicaci, fornirci, ci fornisca, comunicarci, dicci,
    ci dica, serve, servono, ci serve, abbiamo bisogno, confermarci, conferma, può, puoi, potrebbe, quale, quali,
    quando, dove, che cosa, ha ricevuto, hai`,
  detail: `
    numero, nome, cognome, indirizzo, mail, email, codice, data, foto, screenshot, scontrino, ricevuta, fattura,
    modello, versione, negozio, filiale, volo, riferimento, telefono, ordine, prenotazione, pratica, conto, ora,
    orario`,
};

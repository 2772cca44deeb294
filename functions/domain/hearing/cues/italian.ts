import type { CueSheet } from './cue-sheet.ts';

export const italian: CueSheet = {
  failure: `
    ritardo, ritardi, in ritardo, tardi, rotto, rotta, rotti, rotte, danneggiat*, guast*, perso, persa, persi,
    smarrit*, manca, mancano, mancava*, mancante*, sbagliat*, sbaglio, errore, errori, errat*, cancellat*, annullat*,
    non funziona*, non va, non carica, non parte, non riesco, non riusciamo, non si riesce, non posso, impossibile,
    si blocca, bloccat*, problem*, disservizi*, disservizio, difett*, non arriv*, mai arrivat*, non è arrivat*,
    non ho ricevuto, mai ricevut*, non ricevut*, ancora niente, ancora nulla, ancora non, non ancora, non è venut*,
    non si è presentat*, addebitat*, addebito, doppio addebito, pagato due volte, fatturat*, versato, rovesciat*,
    bruciat*, scadut*, ammuffit*, dimenticat*, rubat*, rubato, overbooking, perso il volo, perso la coincidenza,
    non conforme, diverso da`,
  neglect: `
    nessuna risposta, non rispond*, nessuno risponde, nessuno, senza risposta, mai risposto, non mi ha risposto,
    nessuna soluzione, nessuna informazione, nessuna comunicazione, nessun aiuto, nessun avviso, senza preavviso,
    ignor*, irraggiungibil*, non si fa sentire, riattacc*, messo giù, in attesa, attesa, attese, aspetto da,
    sto aspettando, stiamo aspettando, aspettando, aspettare, aspettato, atteso, # ore, # settimane, # giorni,
    da # giorni, da # settimane, da # mesi, ore di, da ore, da giorni, da settimane, da mesi, coda, code, fila,
    abbandonat*, lasciat*, rimbalzat*, scaricabarile, nessuna scusa, quando, quanto ancora, dov'è il mio, dove è`,
  conduct: `
    maleducat*, scortes*, sgarbat*, arrogan*, antipatic*, cafon*, irrispettos*, prepotent*, aggressiv*, incompeten*,
    incapac*, poco professional*, non professional*, dilettant*, menefreghis*, indifferen*, bugi*, bugiard*, mentito,
    mentono, truff*, truffator*, ladri, ladro, furto, imbrogl*, ingann*, frode, presa in giro, prendere in giro,
    preso in giro, promesso, urlato, vergognatevi`,
  demand: `
    rimbors*, risarci*, indennizz*, reclam*, reclamo, lamentel*, lamentar*, avvocato, denunci*, disdetta, disdico,
    disdire, i miei soldi, soldi indietro, ridatemi, pretendo, esigo, perché, spiegazion*, responsabil*,
    fate qualcosa, risolvete, associazione consumatori, vie legali`,
  recurrence: `
    di nuovo, ancora una volta, ennesim*, # volta, # volte, ogni volta, sempre, continuamente, di continuo,
    più volte, ripetut*, sempre la stessa, solita, solito, ancora`,
  condemnation: `
    pessim*, peggio, peggior*, terribil*, orribil*, orrend*, schifo*, schifos*, fa schifo, disastro*, disastros*,
    vergogn*, vergognos*, scandalos*, inaccettabil*, inammissibil*, indecent*, indecoros*, assurd*, ridicol*,
    patetic*, merda, cazzo, spazzatura, delus*, deludent*, delusione, insoddisfatt*, arrabbiat*, furios*, incazzat*,
    stuf*, nervos*, frustr*, triste, odio, mai più, non torn*, non ci torn*, sconsigli*, non consigli*,
    non lo consiglio, non raccomand*, evitat*, evitare, da evitare, perdita di tempo, soldi buttati, buttati, incubo,
    purtroppo, peccato, zero stelle, male, malissimo, cattiv*, brutt*, caos, inutil*, insopportabil*`,
  shortfall: `
    lent*, lentezza, sporc*, sporcizia, rumoros*, rumore, fredd*, scomod*, car*, costos*, carissim*, troppo, strett*,
    piccol*, vecchi*, obsolet*, complicat*, confus*, confusione, difficil*, disorganizzat*, disorganizzazione,
    insufficient*, carent*, carenza, mancanza di, poco personale, pochi, poche, scars*, mediocr*, insipid*, puzza,
    lascia a desiderare, stress*, da migliorare, migliorabil*`,
  wish: `
    potrebbe essere migli*, si potrebbe, potrebbero, potreste, dovrebbe*, dovrebbero, dovreste, bisogna,
    bisognerebbe, migliorare, migliorat*, più personale, più tempo, più informazioni, più veloc*, più attenzione,
    mi piacerebbe, vorrei, sarebbe bello, sarebbe meglio, sarebbe utile, servirebbe, servono, avrei preferito, più`,
  praise: `
    bene, benissimo, buono, buona, buoni, buone, ottim*, eccellent*, eccezional*, fantastic*, meraviglios*, perfett*,
    splendid*, stupend*, favolos*, straordinari*, impeccabil*, bravissim*, brav*, gentil*, gentilissim*, cortes*,
    disponibil*, cordial*, simpatic*, educat*, professional*, efficient*, competent*, preparat*, attent*, veloc*,
    rapid*, puntual*, pulit*, squisit*, delizios*, comod*, content*, soddisfatt*, felic*, entusiast*, adoro, amo,
    mi piace, piaciut*, consiglio, consigliat*, consigliatissim*, lo consiglio, raccomando, tornerò, torneremo,
    miglior*, meglio, complimenti, bell*, bellissim*, super, top, qualità, accoglient*, aiutat*`,
  thanks: `grazie*, grazie mille, ringrazi*, grat*`,
  contentment: `
    niente da dire, nulla da dire, niente da ridire, nulla da ridire, niente da migliorare, nulla da migliorare,
    niente da aggiungere, nessuna lamentela, nessun reclamo, nessun problema, nessuna critica,
    non mi posso lamentare, non posso lamentarmi, tutto bene, tutto ok, tutto perfetto, tutto ottimo, tutto a posto,
    tutto era, va tutto bene, va bene così, tutto, continuate così, non cambiate niente, non male, niente male,
    senza problemi, nessun miglioramento`,
  enquiry: `
    posso, potrei, potete, potreste dirmi, si può, c'è, ci sono, avete, come posso, come si fa, dove posso,
    a che ora, vorrei sapere, domanda, qualcuno sa, mi dite`,
  negation: `non, mai, nessun, nessuna, senza, né, niente, nulla, poco, poca, mica, manca`,
  contrast: `ma, però, tuttavia, purtroppo, peccato, nonostante, anche se, tranne, eccetto`,
  nothing: `
    niente, nulla, nessuno, nessuna, no, niente di che, niente di particolare, nulla di particolare, non saprei,
    nessun commento`,
  numerals: `
    due, tre, quattro, cinque, sei, sette, otto, nove, dieci, dodici, diversi, diverse, seconda, terza, quarta,
    secondo, terzo`,
};

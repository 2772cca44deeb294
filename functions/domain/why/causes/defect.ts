import { cueSheets } from '../../hearing/cues/by-language.ts';
import { type CauseSheet, causeLanguages, type Phrasing } from '../root-cause.ts';

/** What the hearing does not hold for a failure by itself. */
const more: Phrasing = {
  en: `
    outage, outages, dying, dies, died, keeps dying, keep dying, freezes, froze, frozen, keeps freezing,
    keeps dropping, keeps crashing, keeps giving, keeps cutting, cutting out, cuts out, sour, error, food could be, food could have been, meals could be, won't open,
    won't load, won't start, won't turn on, won't charge, won't connect, {dont} work, {dont} open, {dont} load,
    {dont} start, {dont} fit, {dont} connect, {dont} arrive, {dont} come, {dont} recline, dosent work, doesnt work,
    billed twice, charged again, wrongly charged, billed for, soaked, soaking, stained, stain, stains, mould, mold,
    infected, infected with, raw, rotten, was off, gone off, tasted, flicker*, is down, are down, was down, been down,
    chaos, chaotic, clean the, was not clean, not clean, not very clean, not so good, not quite so good, not great,
    not good, isn't good, wasn't good, disturbed, woke me, kept me awake, kept us awake, hair in, plastic in, napkin,
    in my food, in my burger, in my bowl, found this, mislabel*, gets disabled, got disabled, stay up, stay down,
    thrown over, throw my, thrown, threw my, wet, smashed, scratched, bent, ripped, broke down, breaks down,
    turned back, sick, ill after, made me ill, food poisoning, hours to come out, hour to come out, took an hour,
    a bit later, bit late, later than, inaccurate, more accurate, accurate info*, error message, do it twice,
    saying i need, waiting for a gate, waiting on a gate, served raw, not delivered, missing items, mislaid,
    misplaced, unfinished, incomplete, half empty, melted, defrosted, allergic reaction, poor quality, bad quality,
    low quality, bad taste, nasty, disgusting food, horrible food, awful food, terrible food, bad food, poor food,
    food was awful, food was terrible, food was horrible, food was poor, food was bad, food is bad, food is poor,
    food is awful, mechanical, maintenance issue*, turbulence, virus, hacked, password reset, duplicate,
    did not happen, didn't happen, unsafe, wheel came, battery, overheats, overheating, no signal, no internet,
    no service, bad connection, slow internet, connection, buffering, lag, lags, laggy, pixelated`,
  de: `
    verschwunden, verschwand, weg, defekt, kaputt, funktioniert nicht, geht nicht, gehen nicht, undicht, tropft, kalt,
    verdorben, sauer, schimmel*, schmutzig, dreckig, stinkt, verspätet, verspätung, abgestürzt, stürzt ab,
    abgebrochen, falsche, falsches, falscher, fehlt, fehlen, fehlte, zerrissen, zerbrochen, beschädigt, nass, zu spät,
    ausgefallen`,
  es: `
    se perdió, perdida, perdido, fría, frío, roto, rota, no funciona, no funcionan, no sirve, no llegó, no llega,
    sucio, sucia, dañado, dañada, averiado, averiada, equivocado, equivocada, tarde, retraso, cancelado, cancelada,
    mojado, se cierra, se cuelga, faltaba, falta, faltan, podrido, mal estado`,
  fr: `
    froid, froide, perdu, perdue, perdus, cassé, cassée, en panne, ne marche pas, ne fonctionne pas, fonctionne plus,
    sale, abîmé, abîmée, mouillé, retard, annulé, annulée, erreur, manque, manquait, manquant*, disparu, disparue,
    plante, fuit, moisi, pourri, mauvaise taille, mauvais article, jamais arrivé, pas arrivé`,
  it: `
    fredda, freddo, rotto, rotta, persa, perso, andata persa, non funziona, non funzionano, non va, sporco, sporca,
    danneggiato, danneggiata, bagnato, ritardo, cancellato, cancellata, sbagliato, sbagliata, errore, manca, mancava,
    mancano, sparito, sparita, si blocca, si chiude, guasto, guasta, mai arrivato, non è arrivato, ammuffito`,
  pt: `
    sumiu, sumiram, fria, frio, quebrado, quebrada, não funciona, não funcionam, não chegou, não chega, não veio,
    sujo, suja, danificad*, molhado, molhada, atraso, atrasado, atrasada, cancelado, cancelada, errado, errada, erro,
    faltou, falta, faltando, perdida, perdido, extraviad*, defeito, com defeito, trava, travou, fecha, estragad*,
    rasgad*, incompleto, incompleta, não recebi, veio errado, veio com, só recebi, diferente`,
};

/** What the hearing knows of failures; a mere verdict ("worst ever") names none. */
const failures: Phrasing = Object.fromEntries(
  causeLanguages.map((language) => {
    const cues = cueSheets[language];
    return [language, [cues?.failure, cues?.neglect, cues?.shortfall, more[language]].filter(Boolean).join(',')];
  }),
);

export const defect: CauseSheet = {
  cause: 'defect',
  means: 'Plain failure: late, broken, lost, wrong, dirty or bad, with nothing structural showing.',
  rules: [
    {
      id: 'DEFECT-1',
      says: 'A failure or shortfall is named and no other root cause shows.',
      any: failures,
      deniable: true,
    },
  ],
};

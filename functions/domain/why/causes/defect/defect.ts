import { cueSheets } from '../../../hearing/cues/by-language.ts';
import { type CauseSheet, causeLanguages, type Phrasing } from '../../root-cause.ts';
import { badThings } from './bad-things.ts';
import { cannot } from './cannot.ts';
import { notInTime } from './not-in-time.ts';
import { wrongThings } from './wrong-things.ts';

/** What the hearing does not hold for a failure by itself. */
const more: Phrasing = {
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

/**
 * What the hearing knows of failures; a mere verdict ("worst ever") names none. In English half of it (waits, problems,
 * nobody) speaks as often of another cause, so that English has a list of its own.
 */
const heard: Phrasing = Object.fromEntries(
  causeLanguages
    .filter((language) => language !== 'en')
    .map((language) => {
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
      any: {
        ...heard,
        en: `
          fell, broke, broken, snapped, faulty, fault, faults, defect*, damage*, cracked, shattered, smashed, crushed,
          squashed, dented, ripped, torn, bent, mangled, chipped, scratched, ruined, out of order, out of action,
          out of service, not working, doesn't work, doesnt work, dosent work, does not work, didn't work,
          did not work, isn't working, wasn't working, weren't working, aren't working, won't work, wouldn't work,
          never worked, stopped working, stops working, quit working, no longer works, {dont} load, {dont} open,
          {dont} start, {dont} connect, {dont} charge, {dont} turn on, {dont} switch on, {dont} recline, {dont} fit,
          {dont} close, {dont} shut, {dont} scan, {dont} stay up, {dont} sync, {dont} update, {dont} play,
          {dont} print, {dont} flush, can't log in, can't login, can't sign in, can't check in, can't check out,
          can't pay online, can't connect, unable to check in, unable to log in, unable to book, malfunction*,
          glitch*, bug, bugs, buggy, crash*, error, errors, error message, error code, failed, fails, failing,
          failure*, system outage, outage, outages, is down, was down, been down, site down, wifi down, server down,
          internet down, freezes, frozen, froze, keeps freezing, keeps dropping, keeps crashing, keeps giving,
          keeps cutting, keep dying, keeps dying, keeps saying, keeps stopping, cutting out, cuts out, flicker*,
          blinking, leak*, dripping, drips, flooded, overflow*, burst, jammed, blocked, clogged, rebooted, reboot*,
          restarted, came off, came apart, fell off, fell apart, falling apart, fallen apart, hanging off, broke down,
          breaks down, broken down, breakdown, overheats, overheating, sparked, sparks, caught fire, on fire, bricked,
          wiped, hacked, duplicated, pixelated, lag, lags, laggy, buffering, no signal, no internet, no sound,
          no picture, no dial tone, out of sync, playing up, acting up, brand new and, mechanical, technical problem*,
          technical issue*, technical fault*, technical difficult*, technical reason*, engine trouble,
          engine problem*, flat tyre, flat tire, no hot water, power cut, power out, no working, nothing works,
          unfinished, incomplete, gets disabled, got disabled, wheel came, do it twice, botched, crooked, wonky,
          poor quality, bad quality, low quality, mess, messed up, mess up, mix up, mixup, mixed up, mixed-up, chaos,
          chaotic, shambles, disorgani*, inefficien*, unreliable, poorly organi*, badly organi*, black screen,
          blank screen, blank page, saying i need, password reset, reset email, problem with the, problem with my,
          problems with the, problems with my, problem with your, problems with your, having problems,
          having a problem, having issues, having an issue, having trouble, trouble with, issue with my,
          issue with the, issue with your, issues with the, issues with my, issues with your, technical, barely works,
          barely worked, never loads, never loaded, not loading, isn't loading, not opening, not charging,
          not connecting, keeps kicking, keeps logging, logs me out, logged me out, keeps telling me, greyed out,
          grey screen, error page, being down, wi fi out, wifi out, internet out, internet gone, {cant} log on,
          {cant} make calls, stopped charging, won't recognise, not recognised, not recognized, battery dies,
          eats my battery, drains, draining, didn't show, hung up on its, came loose, worn through, has a dip,
          correct equipment, not secure, even slower, {cant} access my, {cant} book online, won't let me book,
          won't let me check, won't let me pay, won't let me log, won't let me change, wouldn't let me log,
          credit my miles, credited my miles, missing miles, missing points, lost my points, lost my miles, miles not,
          points not`,
      },
      unless: {
        en: `
          broken hip, broken leg, broken arm, broken ankle, broken wrist, broken foot, broken pelvis, broken her,
          broken bone*, broke her, broke his, broke my leg, broke my arm, no problem, no problems`,
      },
      deniable: true,
    },
    ...notInTime,
    ...wrongThings,
    ...badThings,
    ...cannot,
  ],
};

import { isStop, wordsOf } from './words.ts';

/**
 * Words that end a firm's text messages: the carriers' in English (CTIA Messaging Principles and Best Practices), their
 * like in the other languages. Not by language, as one word does not tell its own.
 */
export const OPT_OUT: ReadonlySet<string> = new Set(
  `stop, stopp, stopall, stop all, unsubscribe, end, quit, cancel, revoke, optout, opt out, arret, arreter, arrêter,
   desabonner, désabonner, stopsms, stop sms, abmelden, abbestellen, baja, alto, parar, detener, cancelar, annulla,
   cancella, ferma, disiscrivi, sair, remover, descadastrar`
    .split(',')
    .map((keyword) => wordsOf(keyword.trim()).join(' ')),
);

/** Whether a text is nothing but such a word. */
export const isOptOut = (words: readonly string[]): boolean =>
  words.length <= 6 && OPT_OUT.has(words.filter((word) => !isStop(word)).join(' '));

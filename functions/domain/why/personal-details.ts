import { isStop, wordsOf } from '../hearing/words.ts';

/**
 * What is left where something was redacted; a run of digits: an order, an account, a postcode, a year; British, Canadian and Dutch
 * postcodes; days written in figures.
 */
const MARKS = [
  /\[\p{L}+\]/u,
  /\p{Nd}{4}/u,
  /\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b/iu,
  /\b[a-z]\d[a-z] ?\d[a-z]\d\b/iu,
  /\b\d{1,2}([./-])\d{1,2}\1\d{2}\b/u,
];

/** By which people say who they are, where they live, and since when; any number stands for all. */
const OPENINGS = `my name is, my names, i am called, i live, we live, my address, my postcode, my post code, passport, dob, d o b, date of birth,
my birthday, i was born, was born, born on, born in, national insurance, nhs number, policy number, account number
ich heiße, mein name, ich wohne, wir wohnen, meine adresse, meine anschrift, postleitzahl, reisepass, personalausweis, geburtsdatum,
mein geburtstag, geboren, versichertennummer, kundennummer, kontonummer
me llamo, mi nombre, vivo en, vivimos en, mi dirección, código postal, pasaporte, dni, fecha de nacimiento, nací, nacido, nacida,
número de cuenta
je m'appelle, je me nomme, mon nom, j'habite, nous habitons, mon adresse, code postal, passeport, carte d'identité, date de naissance,
née le, né en, né le 1, je suis né, je suis née, numéro de compte
mi chiamo, il mio nome, abito in, abito a, abitiamo, il mio indirizzo, codice postale, passaporto, carta d'identità, codice fiscale,
data di nascita, sono nato, sono nata, nato il, nata il
meu nome, chamo me, me chamo, moro em, moro na, moro no, vivo em, moramos, minha morada, meu endereço, código postal, passaporte, cpf,
data de nascimento, nasci, nascido, nascida, número da conta`;

const spaced = (words: readonly string[]): string => ` ${words.filter((word) => !isStop(word)).join(' ')} `;

const openings = OPENINGS.split(/[,\n]/)
  .map((phrase) => spaced(wordsOf(phrase)))
  .filter((phrase) => phrase.trim() !== '');

/** Streets with a number before or behind. */
const STREET =
  / # (?:\p{L}+ ){0,2}(?:road|street|avenue|lane|close|drive|gardens|rd|rue|boulevard) | (?:\p{L}*strasse|calle|avenida|via|rua|rue|viale)(?: \p{L}+){0,3} # /u;

/**
 * Whether a text tells, as far as its form shows, who somebody is, where they live or since when, or a number of theirs. A name
 * by itself is not known as one.
 */
export const tellsPersonalDetails = (text: string): boolean => {
  if (MARKS.some((mark) => mark.test(text))) return true;
  const words = spaced(wordsOf(text));
  return openings.some((opening) => words.includes(opening)) || STREET.test(words);
};

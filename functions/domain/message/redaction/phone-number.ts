import type { Span } from './plain-reading.ts';

const DAY = '(?:0?[1-9]|[12][0-9]|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DATE = String.raw`(?:\d{4}[-./]${MONTH}[-./]${DAY}|(?:${DAY}[-./]${MONTH}|${MONTH}[-./]${DAY})[-./](?:\d{4}|\d{2}))(?!\d|[-./]\d)`;
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
const AMOUNT = String.raw`[$€£¥]\s?\d{1,12}|\d{1,9}(?:[.,']\d{3}){0,3}(?:[.,]\d{1,2})?(?!\d|[.,]\d)\s?(?:[$€£¥%]|(?:eur|usd|gbp|brl|euros?|dollars?)\b)|\d{1,9}(?:[.,]\d{3}){0,3}[.,]\d{2}(?!\d|[.,]\d)`;
const GAP = String.raw`(?=\D)\)?[ \u00a0]?[-./–]?[ \u00a0]?\(?`;
const RUN = String.raw`\+?\(?\d+(?:${GAP}(?!(?<=\s)(?:${DATE}|${TIME}))\d+)*`;

/**
 * A placeholder, a word, a date, a time, an amount, or a run of digits that might be a phone's. Dates, times and amounts
 * come before runs, and a run stops before a date or time, so that neither swallows the other. Repetitions are bounded, or
 * cannot give back what they took: linear.
 */
const PART = new RegExp(
  String.raw`\[[a-z]{2,5}\]|\p{L}[\p{L}\p{M}\p{N}]*|${DATE}|${TIME}|${AMOUNT}|(?<run>${RUN})`,
  'giu',
);

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words (accents folded) after which a number is a phone's. */
const DIAL = words(
  `phone tel telephone cell cellphone mobile whatsapp fax landline sms dial call ring reach telefon handy handynummer
   mobil rufnummer telefonnummer anrufen erreichbar telefono movil celular llamar llame portable appeler appelez cellulare
   chiamare telemovel telefone fone zap ligar ligue`,
);
/** Words after which it is the number of a thing. */
const THING = words(
  `order booking reservation ref reference invoice ticket tracking case flight confirmation parcel item account serial sku
   ean isbn article id bestellung bestellnummer auftrag auftragsnummer rechnung rechnungsnummer sendung sendungsnummer
   buchung buchungsnummer vorgang artikel kundennummer pedido reserva factura fatura commande facture dossier colis suivi
   ordine fattura prenotazione pratica encomenda protocolo nota rastreio compra`,
);
/** Words between such a word and its number that say nothing. */
const SILENT = words(
  `n no nr num number numbers nummer numero is my me us back the our at on under was ist unter die der lautet es e est le la
   mon mein meine mi il mio o meu code codigo`,
);

/** National layouts that need no word before them, by lengths of the groups and the digits themselves. */
const LAYOUTS: readonly { groups: RegExp; digits: RegExp }[] = [
  { groups: /^(?:1 )?3 3 4$/, digits: /^1?[2-9]\d{2}[2-9]\d{6}$/ }, // North American Numbering Plan
  { groups: /^(?:3 3 3|3 2 2 2)$/, digits: /^[6-9]\d{8}$/ }, // Spain, Portugal
  { groups: /^(?:2 5 4|2 4 4|2 1 4 4)$/, digits: /^[1-9]\d9?\d{8}$/ }, // Brazil, area code first
  { groups: /^3 (?:7|3 4|6|3 3|2 2 3)$/, digits: /^3[2-9]\d{7,8}$/ }, // Italian mobiles
];

/** Round numbers of money or people look like Spanish phones. */
const ROUND = /000[ .]?000$/;

/** ITU-T E.164: at most 15 digits with the country code; fewer than 8 are no subscriber's. */
const isInternational = (run: string, digits: string): boolean =>
  (run.startsWith('+') && digits.length >= 8 && digits.length <= 15) ||
  (/^00[1-9]/.test(digits) && digits.length >= 11 && digits.length <= 17);

/** A trunk 0 and 8 to 11 more digits, as national plans have it; not a decimal such as 0.123456789. */
const hasTrunk = (run: string, digits: string): boolean =>
  /^0[1-9]/.test(digits) && digits.length >= 9 && digits.length <= 12 && !/^0\.\d+$/.test(run);

const hasLayout = (run: string, digits: string): boolean => {
  const groups = (run.match(/\d+/g) ?? []).map((group) => group.length).join(' ');
  return !ROUND.test(run) && LAYOUTS.some((layout) => layout.groups.test(groups) && layout.digits.test(digits));
};

type Announced = 'dial' | 'thing' | undefined;

const announcedBy = (word: string): Announced => (DIAL.has(word) ? 'dial' : THING.has(word) ? 'thing' : undefined);

const isPhone = (run: string, announced: Announced): boolean => {
  if (run.length > 40) return false; // longer than any number with its separators
  const digits = run.replace(/\D/g, '');
  if (isInternational(run, digits)) return true;
  if (announced === 'thing') return false;
  if (announced === 'dial') return digits.length >= 6 && digits.length <= 15;
  return hasTrunk(run, digits) || hasLayout(run, digits);
};

const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Phone numbers: international ones, national layouts, and any after a word such as "mobile". */
export const findPhoneNumbers = (text: string): Span[] => {
  const found: Span[] = [];
  let announced: Announced;
  for (const match of text.matchAll(PART)) {
    const part = match[0];
    const end = match.index + part.length;
    if (match.groups?.run === undefined) {
      const word = folded(part);
      if (/^\p{L}/u.test(word) && !SILENT.has(word)) announced = announcedBy(word);
    } else if (!/\p{L}/u.test(text.charAt(end))) {
      const coded = announced !== 'dial' && /[-#_/]/.test(text.charAt(match.index - 1)); // RE-0123456789
      if (isPhone(part, coded ? 'thing' : announced)) found.push({ start: match.index, end });
    }
  }
  return found;
};

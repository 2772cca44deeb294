import { eld } from 'eld/extrasmall';

/** Scripts that one language, of those people write to companies in, owns; Japanese first: it borrows Han. */
const SCRIPTS: readonly { language: string; script: RegExp; leastShare: number }[] = [
  { language: 'ja', script: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, leastShare: 0.1 },
  { language: 'ko', script: /\p{Script=Hangul}/gu, leastShare: 0.3 },
  { language: 'zh', script: /\p{Script=Han}/gu, leastShare: 0.3 },
  { language: 'hi', script: /\p{Script=Devanagari}/gu, leastShare: 0.3 },
  { language: 'th', script: /\p{Script=Thai}/gu, leastShare: 0.3 },
  { language: 'el', script: /\p{Script=Greek}/gu, leastShare: 0.3 },
  { language: 'he', script: /\p{Script=Hebrew}/gu, leastShare: 0.3 },
];

/** Letters that Persian and Urdu write and Arabic does not. */
const NOT_ARABIC = /[پچژگکیٹڈڑےہں]/u;

/** The languages Amazon Comprehend scores (DetectSentiment, `LanguageCode`), in Latin letters. */
const SCORED = ['en', 'es', 'fr', 'de', 'it', 'pt'] as const;

/**
 * A scored language within this share of the best n-gram score is taken before one that nobody could score: short texts
 * lie close together, and customers far more often write in the six.
 */
const PRIOR = 0.9;

/** Words that short messages are made of, none of them common in another of the six; n-grams of two words tell little. */
const STOCK: readonly (readonly [language: (typeof SCORED)[number], words: ReadonlySet<string>])[] = (
  [
    [
      'en',
      `and awful bad been brilliant cant could dont excellent fab fantastic fine for from good great happy have help here
       how late more my need never nice none not nothing now of perfect please poor problem really service should slow staff
       still terrible thank thanks that the there they this time too very wait waiting were what when where why with would
       yes you your`,
    ],
    ['de', 'alles bitte danke das gut ich ist nicht nichts nie schlecht schnell sehr super und war wo'],
    ['es', 'bien buena bueno excelente gracias hola malo mal mi muy nada nunca pedido sigo todo'],
    ['fr', 'bien bonjour bonne ca cest jamais merci moi oui parfait pas rapide rien service tout tres'],
    ['it', 'bene buono buona grazie mai molto niente ottimo perfetto sempre tutto tutti'],
    [
      'pt',
      'adorei boa bom bem chegou entrega gostei muito nao nada nota obrigada obrigado otima otimo produto recomendo tudo',
    ],
  ] as const
).map(([language, words]) => [language, new Set(words.split(/\s+/))]);
const SHORT_WORDS = 4;
/** "No" and "ok" are written everywhere. */
const LETTERS_TO_TELL = 4;

const NOISE = /https?:\/\/\S+|www\.\S+|@\S+|<[a-z]+>|\[[a-z]+\]|\bRT\b|\p{Extended_Pictographic}|#|\d+/gu;

const foldedWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .match(/\p{L}+/gu) ?? [];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const byScript = (text: string, letters: number): string | undefined => {
  for (const { language, script, leastShare } of SCRIPTS) {
    if (count(text, script) > leastShare * letters) return language;
  }
  if (count(text, /\p{Script=Arabic}/gu) * 2 > letters && !NOT_ARABIC.test(text)) return 'ar';
  return undefined;
};

/** The one language that at least half of a short message's words are stock words of. */
const byStockWords = (words: readonly string[]): string | undefined => {
  if (words.length > SHORT_WORDS) return undefined;
  const hits = STOCK.map(([language, stock]) => ({ language, n: words.filter((word) => stock.has(word)).length }));
  const most = Math.max(...hits.map(({ n }) => n));
  const best = hits.filter(({ n }) => n === most);
  return most * 2 >= words.length && best.length === 1 ? best[0]?.language : undefined;
};

const byLetterGroups = (text: string): string => {
  const { language, getScores } = eld.detect(text);
  if (!language || SCORED.some((scored) => scored === language)) return language || 'und';
  const scores = getScores();
  const bar = (scores[language] ?? 0) * PRIOR;
  const likely = SCORED.reduce((best, other) => ((scores[other] ?? 0) > (scores[best] ?? 0) ? other : best));
  return (scores[likely] ?? 0) >= bar ? likely : language;
};

/**
 * The language of a text, ISO 639-1, `und` where nobody could tell (no letters, one unknown word). Handles, addresses,
 * emoji and digits are not looked at.
 */
export const detectLanguage = (text: string): string => {
  const plain = text.replace(NOISE, ' ').trim();
  const letters = count(plain, /\p{L}/gu);
  if (letters < 2) return 'und';
  const script = byScript(plain, letters);
  if (script) return script;
  const words = foldedWords(plain);
  if (letters < LETTERS_TO_TELL) return byStockWords(words) ?? 'und';
  return byStockWords(words) ?? byLetterGroups(plain);
};

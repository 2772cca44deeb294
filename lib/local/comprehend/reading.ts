import { englishEvidence } from './english.ts';
import { type Evidence, type Judgement, type Trust, unread, weigh } from './evidence.ts';
import { wordListReader } from './word-list.ts';
import { FRENCH } from './words/french.ts';
import { GERMAN } from './words/german.ts';
import { ITALIAN } from './words/italian.ts';
import { PORTUGUESE } from './words/portuguese.ts';
import { SPANISH } from './words/spanish.ts';

interface Reader {
  evidenceOf(text: string): Evidence;
  trust: Trust;
}

/** Lists of some hundred words miss more and are less proven than AFINN's 3,300: their scores are held flatter. */
const ownList = (evidenceOf: Reader['evidenceOf']): Reader => ({ evidenceOf, trust: 0.75 });

const READERS: Record<string, Reader> = {
  en: { evidenceOf: englishEvidence, trust: 0.9 },
  de: ownList(wordListReader(GERMAN)),
  es: ownList(wordListReader(SPANISH)),
  fr: ownList(wordListReader(FRENCH)),
  it: ownList(wordListReader(ITALIAN)),
  pt: ownList(wordListReader(PORTUGUESE)),
};

/**
 * What the stand-in makes of a text: the same for the same text and language, always. `ar hi ja ko zh zh-TW` have no
 * word list; their scores are flat, so that nothing may be concluded from them.
 */
export const judge = (text: string, language: string): Judgement => {
  const reader = READERS[language];
  return reader ? weigh(reader.evidenceOf(text), reader.trust) : unread();
};

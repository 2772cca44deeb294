import type { Drawn } from '../touchpoints/said.ts';
import { tellsPersonalDetails } from './personal-details.ts';
import { saidPhrases } from './said-phrases.ts';

/** A feedback whose words were read. */
export interface Voice extends Drawn {
  /** Fact id. */
  id: string;
  text: string;
  /** ISO 639-1 or BCP-47. */
  language: string;
  /** As `spokenWords` reads the text. */
  words: readonly string[];
  themes: readonly string[];
}

/** Characters: shorter says too little, longer is not read. */
const READABLE = { least: 25, most: 200 } as const;
/** Two quotes that share more of their words, or of their words and pairs, say the same; in another order pairs differ. */
const ALIKE = 0.3;
/** What a second quote of a theme still adds. */
const AGAIN = 0.4;
/** A phrase that sets a touchpoint apart counts up to as much as a theme that everybody speaks of. */
const FULL_Z = 5;

const readable = ({ text }: Voice): number => {
  const length = [...text].length;
  if (length < READABLE.least) return length / READABLE.least;
  return Math.min(1, READABLE.most / length);
};

const shareOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((phrase) => b.has(phrase)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
};

const wordsAlone = (phrases: ReadonlySet<string>): Set<string> =>
  new Set([...phrases].filter((phrase) => !phrase.includes(' ')));

const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  Math.max(shareOf(a, b), shareOf(wordsAlone(a), wordsAlone(b)));

/**
 * QUOTE-1: quotes say what many say, in words that set the touchpoint apart, short, each of another customer and none like
 * another; none that tells who somebody is, though there be fewer then.
 *
 * @param shares of the complaints, by theme, 0 to 1
 * @param distinctive z by phrase
 */
export const chooseQuotes = (
  voices: readonly Voice[],
  shares: ReadonlyMap<string, number>,
  distinctive: ReadonlyMap<string, number>,
  most: number,
): Voice[] => {
  const quotable = voices.filter(({ text }) => !tellsPersonalDetails(text));
  const said = new Map(quotable.map((voice) => [voice, saidPhrases(voice.words, voice.language)]));
  const chosen: Voice[] = [];
  const told = new Set<string>();
  const worth = (voice: Voice): number => {
    const themes = voice.themes.map((theme) => (shares.get(theme) ?? 0) * (told.has(theme) ? AGAIN : 1));
    const phrases = [...(said.get(voice) ?? [])].map((phrase) => {
      const z = Math.min(FULL_Z, Math.max(0, distinctive.get(phrase) ?? 0)) / FULL_Z;
      return z * (told.has(phrase) ? AGAIN : 1);
    });
    return readable(voice) * [...themes, ...phrases].reduce((a, b) => a + b, 0);
  };
  const stands = (voice: Voice): boolean =>
    chosen.every(
      (other) =>
        other.speaker !== voice.speaker && alike(said.get(other) ?? new Set(), said.get(voice) ?? new Set()) <= ALIKE,
    );
  while (chosen.length < most) {
    const [best] = quotable
      .filter((voice) => !chosen.includes(voice) && stands(voice))
      .map((voice) => ({ voice, worth: worth(voice) }))
      .filter((one) => one.worth > 0)
      .sort((a, b) => b.worth - a.worth || (a.voice.fact < b.voice.fact ? -1 : 1));
    if (!best) break;
    chosen.push(best.voice);
    for (const name of [...best.voice.themes, ...(said.get(best.voice) ?? [])]) told.add(name);
  }
  return chosen;
};

/** QUOTE-2: counter-examples praise what the complaints are most about. */
export const chooseCounterExamples = (
  voices: readonly Voice[],
  shares: ReadonlyMap<string, number>,
  most: number,
): Voice[] => chooseQuotes(voices, shares, new Map(), most);

import { type Reading, read } from '../../functions/domain/hearing/reading.ts';
import type { ScoreClass } from '../../functions/domain/message/scale.ts';
import { judge } from '../local/comprehend/reading.ts';
import { ALLOWED_SETS } from './allowed-sets.ts';
import { isPaired, type LabelledWords, ownSentences } from './own-sentences.ts';

/** Words, read, and whether they complain. */
export interface LabelledReading {
  reading: Reading;
  complaint: boolean;
  scoreClass?: ScoreClass;
}

/** Sentences of one kind, which the fit weighs and holds out together. */
export interface Source {
  name: string;
  terms: string;
  /** Where it was written: what two sources of one origin share may be a place's or a firm's own. */
  origin: string;
  paired: boolean;
  sentences: readonly LabelledReading[];
}

/** Words as the local cloud would hear them. */
export const heardLocally = ({ text, language, question, complaint, scoreClass }: LabelledWords): LabelledReading => {
  const { Negative, Neutral, Positive, Mixed } = judge(text, language).SentimentScore;
  const scores = { negative: Negative, neutral: Neutral, positive: Positive, mixed: Mixed };
  const reading = read({ text, language, scores, ...(question ? { question } : {}) });
  return { reading, complaint, ...(scoreClass ? { scoreClass } : {}) };
};

/** All that the hearing is fitted on. @param sets sentences by allowed set */
export const sourcesOf = (sets: ReadonlyMap<string, readonly LabelledWords[]>): Source[] => [
  ...ALLOWED_SETS.map((name) => ({
    name,
    terms: 'MIT, NHS England, github.com/The-Strategy-Unit/pxtextmining',
    origin: 'health service',
    paired: false,
    sentences: (sets.get(name) ?? []).map(heardLocally),
  })),
  ...ownSources(),
];

export const ownSources = (): Source[] =>
  [...ownSentences].map(([trade, sentences]) => ({
    name: `own-${trade}`,
    terms: 'written for this project, lib/fit/sentences/',
    origin: trade,
    paired: isPaired(trade),
    sentences: sentences.map(heardLocally),
  }));

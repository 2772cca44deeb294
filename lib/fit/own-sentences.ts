import { readdirSync, readFileSync } from 'node:fs';
import type { ScoreClass } from '../../functions/domain/message/scale.ts';

/** A sentence that a customer could have written, and whether it complains. */
export interface LabelledWords {
  text: string;
  /** ISO 639-1. */
  language: string;
  complaint: boolean;
  /** What was asked before it. */
  question?: string;
  /** Of the score given with it. */
  scoreClass?: ScoreClass;
}

/** Words and how they are meant: `-` complains, `+` praises, `=` neither; before them in brackets what was asked. */
const LINE = /^([-+=]) (?:\[([^\]]+)\] )?(\S.*)$/;

/** @throws TypeError that names the line which is no labelled sentence */
export const labelledWords = (lines: string, language: string, file: string): LabelledWords[] =>
  lines
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const [, mark, question, text] = LINE.exec(line) ?? [];
      if (!text)
        throw new TypeError(`${file}:${i + 1}: a line is "- ", "+ " or "= ", [what was asked] if anything, words.`);
      return { text, language, complaint: mark === '-', ...(question ? { question } : {}) };
    });

const FOLDER = new URL('./sentences/', import.meta.url);

/** `en-travel.txt`: ISO 639-1 language and trade. */
const FILE = /^([a-z]{2})-([a-z]+)\.txt$/;

const filesOf = (trade: string): { file: string; language: string }[] =>
  readdirSync(FOLDER)
    .sort()
    .flatMap((file) => {
      const [, language, itsTrade] = FILE.exec(file) ?? [];
      return language && itsTrade === trade ? [{ file, language }] : [];
    });

const UNPAIRED = ['plain', 'everyday', 'journeys', 'shops', 'care', 'flights', 'firms'] as const;
const TRADES = [...UNPAIRED, 'travel', 'retail', 'service', 'various', 'tweets', 'patients', 'mixed'] as const;

/**
 * Our own part of what the hearing is fitted on, by trade. No sentence of it comes from a data set. The unpaired are as
 * customers mostly write, `plain` in six languages, `everyday` in five, the others in English; `various` is of all trades in the other five.
 */
export const ownSentences: ReadonlyMap<(typeof TRADES)[number], readonly LabelledWords[]> = new Map(
  TRADES.map((trade) => [
    trade,
    filesOf(trade).flatMap(({ file, language }) =>
      labelledWords(readFileSync(new URL(file, FOLDER), 'utf8'), language, file),
    ),
  ]),
);

/**
 * Outside `plain` the sentences were written in near-pairs: words of one that complains stand beside it in one that does
 * not. They tell what the words around a cue mean, and nothing of how often the cue means what it says.
 */
export const isPaired = (trade: (typeof TRADES)[number]): boolean => !UNPAIRED.some((unpaired) => unpaired === trade);

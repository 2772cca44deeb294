import { ownComplaints } from './own-complaints.ts';
import { ownChat, ownPraise } from './own-other-words.ts';

/** A sentence that a customer could have written, and whether it complains. */
export interface LabelledWords {
  text: string;
  /** ISO 639-1. */
  language: string;
  complaint: boolean;
  /** What was asked before it. */
  question?: string;
}

const labelled = (sentences: Readonly<Record<string, string>>, complaint: boolean): LabelledWords[] =>
  Object.entries(sentences).flatMap(([language, lines]) =>
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((text) => ({ text, language, complaint })),
  );

const LACKING = 'What could we do better?';
const GOOD = 'What did you like?';

/** The same words complain or praise by what was asked before them. */
const answers: readonly LabelledWords[] = [
  { question: LACKING, complaint: false, lines: ['Nothing', 'Nothing really', 'No', 'None', 'n/a', 'Nothing at all'] },
  { question: LACKING, complaint: true, lines: ['Answer the phone', 'More people at the tills', 'The queue'] },
  { question: LACKING, complaint: true, lines: ['Deliver when you say you will', 'Train your staff'] },
  {
    question: GOOD,
    complaint: true,
    lines: ['Nothing', 'Nothing at all', 'Not a lot', 'None', 'Nothing really', 'No'],
  },
  { question: GOOD, complaint: false, lines: ['The staff', 'The queue moved fast', 'It arrived', 'Short wait'] },
].flatMap(({ question, complaint, lines }) => lines.map((text) => ({ text, language: 'en', question, complaint })));

/** Our own part of what the hearing is fitted on. No sentence of it comes from a data set. */
export const ownSentences: readonly LabelledWords[] = [
  ...labelled(ownComplaints, true),
  ...labelled(ownChat, false),
  ...labelled(ownPraise, false),
  ...answers,
];

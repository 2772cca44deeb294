import { readFileSync } from 'node:fs';
import { decideComplaint } from '../../functions/domain/hearing/complaint.ts';
import { decideReply, type Reply } from '../../functions/domain/hearing/reply.ts';
import { labelledWords } from '../fit/own-sentences.ts';
import { complaintTable } from './complaints.ts';
import { areaUnderCurve, Confusion } from './confusion.ts';
import { heardLocally } from './gold.ts';
import { share, table } from './table.ts';

const fileOf = (name: string): string => readFileSync(new URL(`./held-out/${name}`, import.meta.url), 'utf8');

const REPLIES = ['hollow', 'remedy', 'other'] as const;
type LabelledReplies = Record<Reply, string[]>;

/** What nobody who changed a list had read: whole files, and second halves of the other languages'. */
const HELD_OUT = [
  { name: 'en-d', language: 'en', of: 'English, as they ordinarily are' },
  { name: 'en-b', language: 'en', of: 'English, a third of them hard' },
  ...(['de', 'es', 'fr', 'it', 'pt'] as const).map((language) => ({ name: language, language, of: language })),
];

const heldOutOf = (name: string, replies: LabelledReplies): LabelledReplies => {
  if (name.startsWith('en')) return replies;
  const half = (texts: string[]) => texts.slice(Math.ceil(texts.length / 2));
  return { hollow: half(replies.hollow), remedy: half(replies.remedy), other: half(replies.other) };
};

/** English ones in near-pairs, written to be hard; the others as they arrive, a quarter of them hard. */
const SENTENCES = ['en', 'de', 'es', 'fr', 'it', 'pt'] as const;

const sentencesOf = (language: string): string => {
  const meant = { true: 'complains', false: 'does not' } as const;
  const confusion = new Confusion<'complains' | 'does not', 'yes' | 'unsure' | 'no'>(
    ['complains', 'does not'],
    ['yes', 'unsure', 'no'],
  );
  const file = `sentences-${language}.txt`;
  const pairs = labelledWords(fileOf(file), language, file).map((labelled) => {
    const { heard, reading } = heardLocally(labelled.text, labelled.language);
    const { label, probability } = decideComplaint(heard, reading);
    confusion.add(meant[`${labelled.complaint}`], label);
    return { is: labelled.complaint, score: probability };
  });
  return [language, complaintTable(confusion), `  AUC ${share(areaUnderCurve(pairs))}`].join('\n');
};

const sentenceFigures = (): string =>
  ['our own sentences that were never fitted on, in near-pairs in English', ...SENTENCES.map(sentencesOf)].join('\n');

const replyFigures = (): string => {
  const rows = HELD_OUT.map(({ name, language, of }) => {
    const labelled = heldOutOf(name, JSON.parse(fileOf(`replies/${name}.json`)) as LabelledReplies);
    const told = REPLIES.flatMap((reply) =>
      labelled[reply].map((text) => [reply, decideReply(text, language)] as const),
    );
    const right = (is: (reply: Reply) => unknown) => told.filter(([a, b]) => is(a) === is(b)).length / told.length;
    const recall = (reply: Reply) =>
      told.filter(([a, b]) => a === reply && b === reply).length / labelled[reply].length;
    return [
      of,
      told.length,
      share(right((reply) => reply)),
      share(right((reply) => reply === 'remedy')),
      ...REPLIES.map((reply) => share(recall(reply))),
    ];
  });
  return [
    'replies that nobody who changed a list had read',
    table([['', 'n', 'right', 'remedy or not', ...REPLIES.map((reply) => `${reply} found`)], ...rows]),
  ].join('\n');
};

/** How our own labelled sentences and replies are heard, those that nothing was fitted on. */
export const ownFigures = (): string => [sentenceFigures(), replyFigures()].join('\n\n');

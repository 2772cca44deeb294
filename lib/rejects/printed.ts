import type { Instant } from '../../functions/domain/instant.ts';
import { rejectionCodes } from '../../functions/domain/message/rejection-codes.ts';
import type { Reject } from '../../functions/domain/rejects/reject.ts';
import { table } from '../command-line/table.ts';
import { type ListedReject, tellingLength } from './choosing.ts';

/** Names come from upstream: what a terminal would obey, or show as nothing, is shown as a box. */
export const plain = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u25a1');

/** A body for a terminal: lines and tabs stay, everything else that a terminal would obey is spelt out. */
export const plainBody = (body: string): string =>
  body.replace(/[^\P{C}\n\t]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

const minutes = (at: Instant): string => at.slice(0, 16).replace('T', ' ');

const reasonOf = ({ path, code }: Reject['reasons'][number]): string => `${path || '(whole)'} ${code}`;

const reasonsOf = ({ reasons: [first, ...more] }: Reject): string =>
  `${first ? reasonOf(first) : ''}${more.length > 0 ? ` +${more.length}` : ''}`;

const stateOf = ({ open, handled }: Reject): string => (open ? 'open' : (handled?.how ?? ''));

/** Rejects as lines of text, a heading first; the numbers stand to the right. */
export const rejectTable = (rejects: readonly ListedReject[], handledToo: boolean): string => {
  const length = tellingLength(rejects);
  const rows = rejects.map((reject) => [
    reject.id.slice(0, length),
    reject.label ?? '(gone)',
    plain(reject.source ?? '-'),
    reasonsOf(reject),
    String(reject.count),
    minutes(reject.firstSentAt),
    minutes(reject.lastSentAt),
    String(reject.bytes),
    ...(handledToo ? [stateOf(reject)] : []),
  ]);
  const heads = ['ID', 'queue', 'source', 'reason', 'count', 'first (UTC)', 'last (UTC)', 'bytes'];
  return table(
    [...heads, ...(handledToo ? ['state'] : [])].map((head) => ({ head, numbers: ['count', 'bytes'].includes(head) })),
    rows,
  );
};

const handlingOf = ({ open, handled }: Reject): string => {
  if (handled === undefined) return 'not yet';
  const done = `${handled.how} ${minutes(handled.at)} UTC`;
  return open ? `${done}, and rejected again since` : done;
};

/** Why a message was rejected and how to mend it, without its words. */
export const explanation = (reject: ListedReject): string => {
  const { id, label, queue, source, count, bytes, firstSentAt, lastSentAt, reasons } = reject;
  const head = [
    `reject    ${id}`,
    `queue     ${label ?? `${queue} (no queue of this deployment)`}${reject.backfill ? ', posted as history' : ''}`,
    `source    ${plain(source ?? '(not told in the form of the contract)')}`,
    `messages  ${count}, first ${minutes(firstSentAt)}, last ${minutes(lastSentAt)} UTC, ${bytes} bytes`,
    `handled   ${handlingOf(reject)}`,
  ];
  const why = reasons.map(({ path, code }) => {
    const { meaning, fix } = rejectionCodes[code];
    return `${path || '(the whole message)'}: ${code}\n  ${meaning}\n  ${fix}`;
  });
  return [...head, '', ...why].join('\n');
};

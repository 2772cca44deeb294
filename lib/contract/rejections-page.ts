import { rejectionCodes } from '../../functions/domain/message/rejection-codes.ts';
import { code, table } from './markdown.ts';

const rows = Object.entries(rejectionCodes).map(([name, { meaning, fix, schemaFinds }]) => [
  `[${code(name)}](rejections/${name}.json)`,
  meaning,
  fix,
  schemaFinds,
]);

/** `rejections.md`: every code with its meaning and fix. */
export const rejectionsPage = (): string => `# Why a message is rejected

A rejected message has up to five reasons, each a \`path\` and a \`code\`. The path is a JSON pointer into the message, empty for the
message as a whole; \`*\` in it stands for one of the attributes. Neither ever repeats what the message says. Each code links to
a message that is rejected for that reason alone, with the path to expect: \`message\` as JSON, or \`body\` as it stands where it is
not JSON; taken by the queue at \`sentAt\`; followed by spaces up to \`paddedToBytes\` where that is given. The last column tells whether a validator finds the fault
with [message.schema.json](message.schema.json) before the message is posted.

${table(['code', 'meaning', 'fix', 'found by the schema'], rows)}
`;

const filters = `  --queue NAME     surveys, texts or reviews
  --code CODE      a reason, such as not_json (docs/contract/rejections.md has them all)
  --source NAME    the posting system
  --since TIME     last sent since then: 2026-03-30T00:00:00Z, or 90m, 12h, 3d ago`;

const where = `  --folder DIR     of a local run (default: .local/state, which npm start keeps)
  --outputs FILE   of a deployed stack: what \`cdk deploy --outputs-file FILE\` wrote
  --stack NAME     which stack of that file, where it has several
  --help

A deployed stack is reached with your own AWS credentials. Name a profile (AWS_PROFILE) whose role_arn is
the stack's output RedriveRoleArn: only that role reads bodies.`;

/** What each does, in a line, and its own help. */
export const subcommands = {
  list: {
    does: 'what was rejected in the last 14 days and is still to be dealt with',
    usage: `npm run rejects -- list [options]

Lists what was rejected in the last 14 days and is still to be dealt with, the latest first: a body once, with the
number of messages that brought it. Any beginning of an ID that is its alone will do for the other commands.

${filters}
  --all            those already redriven or dropped as well
  --json           one JSON object a line`,
  },
  show: {
    does: 'why one was rejected and how to mend it',
    usage: `npm run rejects -- show ID [options]

Tells why a message was rejected and how to mend it. Shows nothing of its words, unless asked to.

  --body           the body itself: a customer's words, unredacted
  --json           as JSON`,
  },
  redrive: {
    does: 'send messages again to the queue they came from, as they were or mended',
    usage: `npm run rejects -- redrive ID... [options]
npm run rejects -- redrive ID --body FILE
npm run rejects -- redrive --all [options]

Sends rejected messages again to the queue they came from. Safe to repeat: a feedback counts once however often it
is sent. What would only be rejected again is not sent. Ctrl-C ends it between two messages.

  --body FILE      send the mended body in this file instead of the one that is kept
  --all            all that are still to be dealt with; with these, only such:
${filters}
  --unchecked      send without looking whether it would be rejected again`,
  },
  drop: {
    does: 'delete bodies for good',
    usage: `npm run rejects -- drop ID... [options]
npm run rejects -- drop --all [options]

Deletes the bodies of rejected messages for good and takes them off the list; the record of the reasons stays for its 14 days.

  --yes            do not ask; needed for several, and where there is no terminal to ask on
  --all            all that are still to be dealt with; with these, only such:
${filters}`,
  },
} as const;

export type Subcommand = keyof typeof subcommands;

const exits = 'Exit codes: 0 done, 1 not or not all done, 2 wrong usage.';

const overview = (): string => {
  const lines = Object.entries(subcommands).map(([name, { does }]) => `  ${name.padEnd(9)}${does}`);
  return `npm run rejects -- list | show ID | redrive ID... | drop ID... [options]

Messages that do not fit the contract: why, how many, and what to do about them.

${lines.join('\n')}

\`npm run rejects -- list --help\` and so on tells the options.

${where}

${exits}`;
};

/** Help on one subcommand, or on all. */
export const help = (subcommand?: Subcommand): string =>
  subcommand === undefined ? overview() : `${subcommands[subcommand].usage}\n${where}\n\n${exits}`;

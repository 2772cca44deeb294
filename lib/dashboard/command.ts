import { askedOf, type Command as CommandLine } from '../command-line/command.ts';
import { text, wholeNumber } from '../command-line/options.ts';
import { type Where, whereOf } from '../deployment/where.ts';

export type Command =
  | { kind: 'help'; text: string }
  | { kind: 'wrong'; problem: string }
  | { kind: 'serve'; where: Where; port: number };

/** Where the page of `npm start` is looked for first. */
export const DEFAULT_DASHBOARD_PORT = 4600;

/** What `cdk deploy --outputs-file` is mostly told to write, and is looked for where only a stack is named. */
export const DEFAULT_OUTPUTS = 'cdk-outputs.json';

const dashboard = {
  usage: ['npm run dashboard', 'npm run dashboard -- --stack NAME [options]'],
  about: `Opens the page of a deployment to this machine alone: a proxy on 127.0.0.1 that signs what the page asks with your own
credentials of AWS, found as the AWS CLI finds them (AWS_PROFILE, environment, SSO). What you may do is what your policies
allow; the stack's outputs ReaderPolicyArn, LeadPolicyArn and PrivacyPolicyArn are such policies. Without --stack and
--outputs it is the local run that npm start keeps. A stack that takes tokens is opened at its own address.`,
  options: {
    stack: text('NAME', `of a deployed stack; without --outputs it is looked for in ${DEFAULT_OUTPUTS}`, undefined),
    outputs: text('FILE', 'of a deployed stack: what `cdk deploy --outputs-file FILE` wrote', undefined),
    folder: text('DIR', 'of a local run (default: .local/state, which npm start keeps)', undefined),
    port: wholeNumber('N', `of the page (default: ${DEFAULT_DASHBOARD_PORT}; 0 picks a free one)`, {
      least: 0,
      most: 65_535,
      fallback: DEFAULT_DASHBOARD_PORT,
    }),
  },
  exits: '0 ended, 1 failed, 2 wrong usage.',
} as const;

/** What the person wants, of the words after `npm run dashboard --`. */
export const commandOf = (words: readonly string[]): Command => {
  const asked = askedOf(dashboard as CommandLine<typeof dashboard.options>, words);
  if (asked.kind !== 'run') return asked;
  const { stack, folder, port } = asked.values;
  const outputs = asked.values.outputs ?? (stack === undefined ? undefined : DEFAULT_OUTPUTS);
  const where = whereOf({ folder, outputs, stack });
  return where.kind === 'wrong' ? where : { kind: 'serve', where, port };
};

import { randomBytes } from 'node:crypto';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import * as z from 'zod';
import { findDeployment, regionOf } from '../deployment/found.ts';
import { isPortTaken } from '../local/endpoint.ts';
import { OPERATOR } from '../local/run/deployment.ts';
import { commandOf } from './command.ts';
import { type Credentials, type SigningProxy, startProxy } from './proxy.ts';

/** The region is that of the stack's key. */
const Outputs = z.object({
  AnalystsUrl: z.string(),
  RejectedBodiesKeyArn: z.string(),
  ReaderPolicyArn: z.string().optional(),
});

export interface Effects {
  out(line: string): void;
  note(line: string): void;
  signal: AbortSignal;
}

/** Found anew when they run out. */
const fromMachine = (): (() => Promise<Credentials>) => {
  const provide = defaultProvider();
  return async () => {
    try {
      return await provide();
    } catch (cause) {
      const because = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `no credentials of AWS were found (${because}); set AWS_PROFILE, or sign in with \`aws sso login\``,
        {
          cause,
        },
      );
    }
  };
};

const portTaken = (port: number): string =>
  `Port ${port} is taken by another program. Choose another: npm run dashboard -- --port 0 picks a free one.`;

/** Runs the command to its end; answers its exit code. */
export const runDashboard = async (words: readonly string[], { out, note, signal }: Effects): Promise<0 | 1 | 2> => {
  const command = commandOf(words);
  if (command.kind === 'help') {
    out(command.text);
    return 0;
  }
  if (command.kind === 'wrong') {
    note(`${command.problem}\n--help tells how it is used.`);
    return 2;
  }
  let proxy: SigningProxy | undefined;
  try {
    const { outputs, endpoint } = findDeployment(command.where, Outputs);
    const isLocal = endpoint !== undefined;
    if (outputs.ReaderPolicyArn === undefined) {
      note(`This stack takes tokens, not signatures: open ${outputs.AnalystsUrl}/ and sign in there.`);
      return 1;
    }
    const credentials = isLocal ? async () => OPERATOR.credentials : fromMachine();
    // Without them no page would load: better told now than in the browser.
    await credentials();
    proxy = await startProxy({
      api: outputs.AnalystsUrl.replace(/\/$/, ''),
      region: regionOf(outputs.RejectedBodiesKeyArn),
      credentials,
      port: command.port,
      ...(!isLocal && { key: randomBytes(18).toString('base64url') }),
      say: note,
    });
    out(`The page is at ${proxy.url}`);
    if (!isLocal)
      note('The address lets whoever has it ask with your credentials: keep it to yourself. Ctrl-C ends it.');
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    return 0;
  } catch (error) {
    if (isPortTaken(error)) note(portTaken(command.port));
    else note(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    await proxy?.close();
  }
};

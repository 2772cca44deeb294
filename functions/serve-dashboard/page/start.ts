import type { PageConfig } from '../page-config.ts';
import { makeApi, SignedOutError, UnreachableError } from './api.ts';
import { proxyDoor, signInDoor } from './frame/door.ts';
import { makeFrame } from './frame/frame.ts';
import { startPlaces } from './frame/places.ts';
import { problemShown, skeleton } from './frame/states.ts';
import { screens } from './screens.ts';
import { session } from './sign-in/session.ts';
import { leaveToSignIn, leaveToSignOut, returnFromSignIn } from './sign-in/sign-in.ts';
import { words } from './words.ts';

document.documentElement.lang = words.language;
const frame = makeFrame(document.body);

/** @throws UnreachableError */
const readConfig = async (): Promise<PageConfig> => {
  const answer = await fetch('/config.json').catch((error: unknown) => {
    throw new UnreachableError('config', { cause: error });
  });
  if (!answer.ok) throw new UnreachableError('config');
  return (await answer.json()) as PageConfig;
};

const showProblem = (error: unknown): void =>
  frame.show(
    '',
    problemShown(error, () => location.reload()),
  );

const askToSignIn = (config: PageConfig, why: string): void => {
  frame.greet(undefined);
  if (config.signIn === 'iam') {
    frame.show('', proxyDoor());
    return;
  }
  const leave = () => leaveToSignIn(config).catch(() => askToSignIn(config, words.signIn.unreachable));
  const signIn = () => void leave();
  frame.show('', signInDoor(why, signIn));
};

/** Takes in whoever comes back from the issuer; whoever it refused may try again. */
const takeIn = async (config: PageConfig): Promise<string | undefined> => {
  if (config.signIn === 'iam') return undefined;
  try {
    const come = await returnFromSignIn(config, Date.now());
    if (come) session.keep(come);
  } catch {
    // Why the issuer refused stands in its own answer, which may name the person; here it is enough that it did.
    return words.signIn.refused;
  }
  return session.read(Date.now()) ? undefined : words.signIn.needed;
};

const start = async (): Promise<void> => {
  const config = await readConfig();
  const missing = await takeIn(config);
  if (missing) return askToSignIn(config, missing);
  let stop = () => {};
  const end = (why: string) => {
    stop();
    session.end();
    askToSignIn(config, why);
  };
  const api = makeApi(
    () => session.read(Date.now())?.token,
    () => end(words.signIn.ended),
  );
  const signOut = () => {
    const kept = session.read(Date.now());
    end(words.signIn.out);
    if (config.signIn === 'jwt' && kept) leaveToSignOut(config, kept);
  };
  const me = await api.call('me').catch((error: unknown) => {
    // A gateway that wants signed requests says no before the API could.
    const isUnsigned = config.signIn === 'iam' && error instanceof UnreachableError && error.status === 403;
    if (isUnsigned) end(words.signIn.ended);
    throw isUnsigned ? new SignedOutError('me') : error;
  });
  frame.greet(me, config.signIn === 'jwt' ? signOut : undefined);
  stop = startPlaces({ frame, api, me, screens });
};

frame.show('', skeleton());
start().catch((error: unknown) => {
  // Whoever is signed out stands before the door already.
  if (!(error instanceof SignedOutError)) showProblem(error);
});

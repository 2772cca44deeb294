import { startProxy } from '../../dashboard/proxy.ts';
import type { LocalCloud } from '../cloud.ts';
import { isPortTaken } from '../endpoint.ts';
import { OPERATOR } from './deployment.ts';

interface Wanted {
  dashboardPort: number;
  say(text: string): void;
}

export interface OpenedPage {
  /** What to open in a browser. */
  url: string;
  /** Has what answers the page start, as its first visitor would have it, and wait. */
  wake(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the page of a local run at the port wanted, or where that is taken at any. Where the stack takes tokens nothing is
 * signed, and the page is where the API is.
 */
export const openPage = async (cloud: LocalCloud, { dashboardPort, say }: Wanted): Promise<OpenedPage> => {
  const { api = '', outputs } = cloud;
  const { region, credentials } = OPERATOR;
  const openAt = (port: number) => startProxy({ api, region, credentials: async () => credentials, port, say });
  const open = () =>
    openAt(dashboardPort).catch((error: unknown) => {
      if (!isPortTaken(error)) throw error;
      say(`Port ${dashboardPort} is taken by another program, so the page gets another.`);
      return openAt(0);
    });
  const takesTokens = outputs.ReaderPolicyArn === undefined;
  const page = takesTokens ? { url: `${api}/`, close: async () => {} } : await open();
  say(`The page for analysts is at ${page.url}`);
  const wake = async (): Promise<void> => {
    // A page asks several things at once, for which two instances start. What fails here is told to whoever opens it.
    const asked = ['config.json', 'v1/me', 'v1/me'].map((path) => fetch(`${page.url}${path}`));
    for (const answer of await Promise.allSettled(asked)) {
      if (answer.status === 'fulfilled') await answer.value.body?.cancel();
    }
  };
  return { ...page, wake };
};

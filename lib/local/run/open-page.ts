import { type SigningProxy, startProxy } from '../../dashboard/proxy.ts';
import type { LocalCloud } from '../cloud.ts';
import { isPortTaken } from '../endpoint.ts';
import { OPERATOR } from './deployment.ts';

interface Page {
  dashboardPort: number;
  say(text: string): void;
}

/** Opens the page of a local run at the port wanted, or where that is taken at any. */
export const openPage = async ({ api = '' }: LocalCloud, { dashboardPort, say }: Page): Promise<SigningProxy> => {
  const { region, credentials } = OPERATOR;
  const openAt = (port: number) => startProxy({ api, region, credentials: async () => credentials, port, say });
  const page = await openAt(dashboardPort).catch((error: unknown) => {
    if (!isPortTaken(error)) throw error;
    say(`Port ${dashboardPort} is taken by another program, so the page gets another.`);
    return openAt(0);
  });
  say(`The page for analysts is at ${page.url}`);
  return page;
};

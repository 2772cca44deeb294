import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LocalCloud, startLocalCloud } from '../../lib/local/cloud.ts';
import { synthesizedAssembly } from '../../lib/local/run/synthesis.ts';
import { type Issuer, startIssuer } from '../local/http-api/issuer.ts';
import { chromiumPath, startChromium } from './chromium.ts';
import { type Visit, visit } from './visit.ts';

const skipped = chromiumPath() === undefined && !process.env.CI;

describe.skipIf(skipped)('the page of a stack that takes tokens', { timeout: 60_000 }, () => {
  let issuer: Issuer;
  let cloud: LocalCloud;
  let browser: Browser;
  let assembly: string;
  const visits: Visit[] = [];

  beforeAll(async () => {
    issuer = await startIssuer();
    assembly = await synthesizedAssembly(undefined, { jwtIssuer: issuer.url, jwtAudience: issuer.audience });
    [cloud, browser] = await Promise.all([startLocalCloud({ assembly, log: () => {} }), startChromium()]);
  }, 180_000);
  afterEach(async () => {
    for (const { end } of visits.splice(0)) await end();
  });
  afterAll(async () => {
    await browser?.close();
    await cloud?.stop();
    await issuer?.close();
    rmSync(assembly, { recursive: true, force: true });
  });

  const open = async (place = ''): Promise<Visit> => {
    const opened = await visit(browser, `${cloud.api}/${place}`);
    visits.push(opened);
    return opened;
  };
  const signIn = ({ page }: Visit) => page.getByRole('button', { name: 'Sign in' }).click();

  it('shows nothing but a door to who is not signed in', async () => {
    const here = await open();
    await here.page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await here.page.locator('nav a').count()).toBe(0);
    expect(await here.barriers()).toEqual([]);
    expect(here.complaints).toEqual([]);
  });

  it('lets in whom the issuer sends back, to the very place that was asked for, with what they may do', async () => {
    issuer.person({ sub: 'kim', email: 'kim@example.com', roles: ['reader'] });
    const here = await open('#/actions');
    await signIn(here);
    await here.page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor();
    await here.page.getByText('kim@example.com').waitFor();
    expect(await here.page.locator('header nav').innerText()).not.toContain('Customer');
    expect(issuer.asked.at(-1)?.get('code_challenge_method')).toBe('S256');
    expect(here.page.url()).not.toMatch(/[?&](?:code|state)=/);
    await here.page.reload();
    await here.page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor();
    expect(here.complaints).toEqual([]);
  });

  it('says so where the issuer knows nobody', async () => {
    issuer.person(undefined);
    const here = await open();
    await signIn(here);
    await here.page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await here.page.locator('nav a').count()).toBe(0);
  });

  it('says what is missing to whom the token gives no role', async () => {
    issuer.person({ sub: 'lou', email: 'lou@example.com', roles: ['gardener'] });
    const here = await open();
    await signIn(here);
    await here.page
      .getByText(/names no role/)
      .first()
      .waitFor();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, startChromium } from './chromium.ts';
import { type Running, startRunning } from './running.ts';
import { type Visit, type Visitor, visit } from './visit.ts';

// Where CI asks for a browser, one that is missing is a failure; on anybody else's machine it is told as a skipped test.
const skipped = chromiumPath() === undefined && !process.env.CI;

describe.skipIf(skipped)('the page of a running stack', { timeout: 60_000 }, () => {
  let running: Running;
  let browser: Browser;
  const visits: Visit[] = [];

  beforeAll(async () => {
    [running, browser] = await Promise.all([startRunning(), startChromium()]);
  }, 180_000);
  afterEach(async () => {
    for (const { end } of visits.splice(0)) await end();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });

  /** Opens a place of the page; whoever comes through the door finds it closed again after the test. */
  const open = async (place = '', visitor: Visitor = {}): Promise<Visit> => {
    const opened = await visit(browser, `${running.url}${place}`, visitor);
    visits.push(opened);
    return opened;
  };

  const rows = ({ page }: Visit) => page.locator('.dumbbell');

  describe('its first screen', () => {
    it('says how the fleet stands, lists every touchpoint, and has the browser complain of nothing', async () => {
      const here = await open();
      await rows(here).first().waitFor();
      expect(await rows(here).count()).toBe(14);
      expect(await here.page.locator('main').innerText()).toMatch(
        /Surveys say [+−]\d+\. Had everybody answered, it would be about [+−]\d+: 1 dark corner hides/,
      );
      expect(here.complaints).toEqual([]);
    });

    it('finds touchpoints by name, and those that are dark; the address keeps what was chosen', async () => {
      const here = await open();
      await here.page.getByLabel('Find a touchpoint or location').fill('harbour');
      await here.page.getByText('3 of 14 touchpoints').first().waitFor();
      await here.page.getByLabel('Find a touchpoint or location').fill('');
      await here.page.getByLabel('Dark corners only').check();
      await here.page.getByText('1 of 14 touchpoints').first().waitFor();
      await here.page.reload();
      await here.page.getByText('1 of 14 touchpoints').first().waitFor();
      expect(await rows(here).innerText()).toContain('delivery');
    });

    it('leads from the dark corner to its reasons and to its action', async () => {
      const here = await open();
      await rows(here).filter({ hasText: 'dark corner' }).getByRole('link').click();
      await here.page.getByRole('heading', { name: 'delivery at Millfield', level: 1 }).waitFor();
      await here.page.getByRole('heading', { name: 'Why customers complain' }).waitFor();
      await here.page.getByRole('link', { name: /Dark corner: delivery at Millfield/ }).click();
      await here.page.getByRole('heading', { name: /Dark corner: delivery at Millfield/, level: 1 }).waitFor();
      expect(await here.page.locator('main').innerText()).toContain('delivery@fennelandrye.example');
      expect(here.complaints).toEqual([]);
    });
  });

  describe.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('in %s colours, %i pixels wide', (scheme, width) => {
    it('has no serious barrier, and nothing to scroll sideways', async () => {
      const here = await open('', { scheme, width });
      await rows(here).first().waitFor();
      const seen: string[] = [];
      const look = async (place: string) => {
        const sideways = await here.page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(sideways) > 0) seen.push(`${place}: ${sideways} pixels to scroll`);
        for (const barrier of await here.barriers()) seen.push(`${place}: ${barrier}`);
      };
      await look('first screen');
      await rows(here).first().getByRole('link').click();
      await here.page.getByRole('heading', { name: 'Why customers complain' }).waitFor();
      await look('touchpoint');
      expect(seen).toEqual([]);
      expect(here.complaints).toEqual([]);
    });
  });
});

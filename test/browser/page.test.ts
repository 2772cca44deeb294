import { readFileSync } from 'node:fs';
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

  describe('an action', () => {
    /** By the customer whom it is about. */
    const openActionOf = async (customerId: string, visitor?: Visitor): Promise<Visit> => {
      const here = await open('#/actions', visitor);
      await here.page.getByRole('link').filter({ hasText: customerId }).first().click();
      await here.page.getByRole('heading', { name: 'What happened' }).waitFor();
      return here;
    };
    const fill = async ({ page }: Visit, step: string, reason: string): Promise<void> => {
      await page.getByRole('button', { name: step, exact: true }).first().click();
      await page.locator('#step-reason').fill(reason);
    };
    const isNow = ({ page }: Visit, status: string) => page.locator('.badge', { hasText: status }).first().waitFor();

    it('is found in three clicks by who has never been here, with owner, deadline, why and story', async () => {
      const here = await open();
      await here.page.getByRole('link', { name: 'All actions' }).click();
      await here.page.getByRole('link').filter({ hasText: 'mara-quill' }).click();
      await here.page.getByText('I fed my kids cereal').waitFor();
      const told = await here.page.locator('main').innerText();
      for (const part of [
        'Complaint brushed off, then asked to score delivery at Millfield',
        'delivery@fennelandrye.example',
      ])
        expect(told).toContain(part);
      expect(told).toMatch(/due in \d+ (?:hours|days?)|overdue/);
      expect(told).toMatch(/plain failure/);
      const order = ['Complains', 'Replies with words only', 'Asks for a score', 'complaint unheard'];
      expect(order.map((part) => told.indexOf(part))).toEqual(
        order.map((part) => told.indexOf(part)).sort((a, b) => a - b),
      );
      expect(told).toContain('We will look into it');
      expect(here.complaints).toEqual([]);
    });

    it('is taken on from the board, and still is when the page is loaded again', async () => {
      const here = await open('#/actions');
      const first = here.page.getByRole('button', { name: /^Acknowledge: / }).first();
      const title = (await first.getAttribute('aria-label')) ?? '';
      await first.click();
      await here.page.getByText(title.replace('Acknowledge: ', 'Acknowledged: ')).first().waitFor();
      await here.page.reload();
      await here.page.getByRole('link', { name: /In hand/ }).click();
      await here.page
        .getByRole('link', { name: title.replace('Acknowledge: ', '') })
        .first()
        .waitFor();
      expect(here.complaints).toEqual([]);
    });

    it('that two people change at once is changed by the first; the second learns of it, and loses no word', async () => {
      const [anna, ben] = [await openActionOf('rosa-birch'), await openActionOf('rosa-birch')];
      await fill(ben, 'Dismiss', 'She moved away');
      await fill(anna, 'Resolve', 'New crate sent, called her');
      await anna.page.getByRole('button', { name: 'Resolve', exact: true }).last().click();
      await isNow(anna, 'resolved');
      await ben.page.getByRole('button', { name: 'Dismiss', exact: true }).last().click();
      await ben.page.getByText('New crate sent, called her').first().waitFor();
      expect(await ben.page.locator('#step-reason').inputValue()).toBe('She moved away');
      await ben.page.getByRole('button', { name: 'Dismiss all the same' }).click();
      await isNow(ben, 'dismissed');
      // The browser tells of every answer that is no success, and a conflict is one.
      expect(ben.complaints.filter((told) => !told.includes('409'))).toEqual([]);
    });

    it('is taken on without a mouse', async () => {
      const { page, complaints } = await open();
      const tabTo = async (name: RegExp): Promise<void> => {
        for (let i = 0; i < 150; i++) {
          await page.keyboard.press('Tab');
          const focused = await page.evaluate(
            "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent ?? '').trim()",
          );
          if (name.test(String(focused))) return;
        }
        throw new Error(`${name} is not reached by Tab`);
      };
      await tabTo(/^Actions$/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Actions', level: 1 }).waitFor();
      await tabTo(/^Acknowledge: /);
      const name = String(await page.evaluate("document.activeElement.getAttribute('aria-label')"));
      await page.keyboard.press('Enter');
      await page
        .getByText(/^Acknowledged: /)
        .first()
        .waitFor();
      await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
      expect(complaints).toEqual([]);
    });

    it('that is new appears without the page being loaded again', async () => {
      const here = await open('#/actions');
      await here.page
        .getByRole('button', { name: /^Acknowledge: / })
        .first()
        .waitFor();
      await running.complain('just-posted');
      await here.page.getByText(/1 new/).first().waitFor({ timeout: 45_000 });
      expect(here.complaints).toEqual([]);
    });

    it('is saved with all others as CSV', async () => {
      const here = await open('#/actions');
      const saving = here.page.waitForEvent('download');
      await here.page.getByRole('button', { name: 'Save as CSV' }).click();
      const text = readFileSync(await (await saving).path(), 'utf8');
      expect(text.slice(0, 30)).toMatch(/^\ufeffid,kind,title,team/);
      expect(text.split('\r\n').length).toBeGreaterThan(50);
    });

    it('leads to the customer’s whole story, with the hold and what was written', async () => {
      const here = await openActionOf('mara-quill');
      await here.page.getByRole('link', { name: 'mara-quill' }).click();
      await here.page.getByText('on hold').first().waitFor();
      await here.page.getByText('I fed my kids cereal').waitFor();
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
      await here.page.goto(`${running.url}#/actions`);
      await here.page
        .getByRole('button', { name: /^Acknowledge: / })
        .first()
        .waitFor();
      await look('board');
      await here.page.getByRole('link').filter({ hasText: 'mara-quill' }).click();
      await here.page.getByText('I fed my kids cereal').waitFor();
      await here.page.getByRole('button', { name: 'Resolve', exact: true }).click();
      await look('action');
      await here.page.getByRole('link', { name: 'mara-quill' }).click();
      await here.page.getByText('on hold').first().waitFor();
      await look('customer');
      expect(seen).toEqual([]);
      expect(here.complaints).toEqual([]);
    });
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Somebody at the page. */
export interface Visit {
  page: Page;
  /** What the browser complained of so far: errors, warnings, what the content security policy forbade. */
  complaints: string[];
  /** Findings of axe-core that are serious or worse, with where. */
  barriers(): Promise<string[]>;
  end(): Promise<void>;
}

export interface Visitor {
  width?: number;
  scheme?: 'light' | 'dark';
}

/** Opens the page in a browser context of its own: nothing is shared with other visits. */
export const visit = async (browser: Browser, url: string, { width = 1280, scheme = 'light' }: Visitor = {}) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  await page.goto(url);
  await page.locator('main :is(h1:not([hidden]), button)').first().waitFor();
  const opened: Visit = {
    page,
    complaints,
    barriers: async () => {
      await page.evaluate(axe);
      const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
    },
    end: () => context.close(),
  };
  return opened;
};

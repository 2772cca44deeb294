import { describe, expect, it } from 'vitest';
import { readThemes, themesWhenNeeded } from '../../functions/adapters/deployed/themes.ts';

const root = new URL('../../package.json', import.meta.url).href;

describe('themes that are read when they are needed', () => {
  it('are those of the file, and read once', () => {
    const themes = themesWhenNeeded(root);
    expect(themes().names).toEqual(readThemes(root).names);
    expect(themes()).toBe(themes());
  });

  it('are no fault where the file is missing before they are', () => {
    const themes = themesWhenNeeded(new URL('./nowhere/index.mjs', import.meta.url).href);
    expect(themes).toThrow();
  });
});

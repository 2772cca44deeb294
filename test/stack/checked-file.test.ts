import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { afterAll, describe, expect, it } from 'vitest';
import { checkedOwnersFile, checkedThemesFile, requireKnownThemes } from '../../lib/checked-file.ts';
import { feedbackStack, ownersFile } from './template.ts';

const folder = mkdtempSync(join(tmpdir(), 'checked-'));
afterAll(() => rmSync(folder, { recursive: true }));

const perfect = () => JSON.parse(readFileSync(ownersFile, 'utf8'));

const written = (content: unknown, name = 'owners.json'): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('an owners file', () => {
  it('that gives every action one owner is taken', () => {
    const path = written(perfect());
    expect(checkedOwnersFile(path).file).toBe(path);
  });

  it('that is missing fails the stack, which says where it looked and how to name another', () => {
    const path = join(folder, 'nowhere.json');
    expect(() => feedbackStack({ ownersFile: path })).toThrow(
      new RegExp(`^${path} cannot be read\\. Every action needs an owner: name .* with -c ownersFile=`),
    );
  });

  it('that is not JSON fails, which says so', () => {
    const path = written('{ "rules": ');
    expect(() => checkedOwnersFile(path)).toThrow(`${path} is not JSON. Every action needs an owner`);
  });

  it('that begins with a byte order mark fails, which says so', () => {
    const path = written(`\uFEFF${JSON.stringify(perfect())}`);
    expect(() => checkedOwnersFile(path)).toThrow(
      `${path} begins with a byte order mark: save it as UTF-8 without one.`,
    );
  });

  it('without a fallback fails the stack, which says where, what and how to mend it', () => {
    const path = written({ ...perfect(), rules: perfect().rules.slice(0, 1) });
    expect(() => feedbackStack({ ownersFile: path })).toThrow(
      /owners\.json does not give every action one owner:\n {2}at \/rules: the fallback is missing.*\n {4}fix: end `rules`/,
    );
  });

  it('with two rules for the same actions fails, which names both', () => {
    const [delivery, fallback] = perfect().rules;
    const path = written({ ...perfect(), rules: [delivery, { ...delivery, team: 'Customer care' }, fallback] });
    expect(() => checkedOwnersFile(path)).toThrow(/at \/rules\/1: a duplicate: \/rules\/0 .*\n {4}fix: keep one/);
  });
});

describe('an owners file that can be deployed with, but should not stay so', () => {
  const warnings = (path: string, today?: string): string[] =>
    Annotations.fromStack(feedbackStack({ ownersFile: path }, today === undefined ? {} : { today }))
      .findWarning('*', Match.anyValue())
      .map(({ entry }) => String(entry.data));
  const closedUntil = (day: string) => {
    const { office } = perfect().calendars;
    return { ...perfect(), calendars: { office: { ...office, holidays: ['2026-01-01', day] } } };
  };

  it('is said nothing of as long as holidays are to come', () => {
    expect(warnings(written(closedUntil('2026-12-25')), '2026-12-25')).toEqual([]);
    expect(warnings(written(perfect()), '2026-12-25')).toEqual([]);
  });

  it('is warned of when they are all over, or nobody stands above a team', () => {
    const path = written(closedUntil('2026-12-25'));
    expect(warnings(path, '2026-12-26')).toEqual([
      expect.stringMatching(
        /at \/calendars\/office\/holidays: all of them are over.*\n {4}fix: add those of this year/,
      ),
    ]);
    const { Logistics, ...others } = perfect().teams;
    const alone = { ...perfect(), teams: { ...others, Logistics: { ...Logistics, escalation: [] } } };
    expect(warnings(written(alone))).toEqual([expect.stringMatching(/at \/teams\/Logistics: nobody stands above it/)]);
  });
});

describe('a file of themes', () => {
  const theme = { id: 'waiting', name: 'Waiting', about: 'being late', phrases: { en: ['late', 'wait*'] } };
  const themes = (...all: object[]): string => written({ version: 1, themes: all }, 'themes.json');

  it('that can be read with is taken', () => {
    const path = themes(theme, { ...theme, id: 'food' });
    expect(checkedThemesFile(path)).toMatchObject({ file: path, content: { themes: ['waiting', 'food'] } });
    expect(feedbackStack({ ownersFile, themesFile: path })).toBeDefined();
  });

  it('that is missing fails the stack, which says where it looked and how to name another', () => {
    const path = join(folder, 'nowhere.json');
    expect(() => feedbackStack({ ownersFile, themesFile: path })).toThrow(
      `${path} cannot be read. Name a JSON file of themes with -c themesFile=`,
    );
  });

  it('that is not JSON fails, which says so', () => {
    const path = written('{ "themes": ', 'themes.json');
    expect(() => checkedThemesFile(path)).toThrow(`${path} is not JSON. Name a JSON file of themes`);
  });

  it('with faults fails the stack, which says of each where, what and how to mend it', () => {
    const path = themes(theme, theme, { ...theme, id: 'Opening Hours' });
    expect(() => feedbackStack({ ownersFile, themesFile: path })).toThrow(
      /themes\.json is no taxonomy of themes:\n {2}at \/themes\/2\/id: is no name.*\n {4}fix: write it as/,
    );
    expect(() => checkedThemesFile(themes(theme, theme))).toThrow(
      /at \/themes\/1\/id: is the id of an earlier theme\n {4}fix: join the two, or rename one/,
    );
  });

  it('with a language that is none fails, which says how a language is written', () => {
    expect(() => checkedThemesFile(themes({ ...theme, phrases: { eng: ['late'] } }))).toThrow(
      /at \/themes\/0\/phrases\/eng: is no language\n {4}fix: write the two letters of ISO 639-1/,
    );
  });

  it('that lacks a theme that owners are chosen by fails the stack, which names the rule and the themes there are', () => {
    const [delivery, fallback] = perfect().rules;
    const byTheme = { ...delivery, when: { theme: ['waiting', 'wating'] } };
    const owners = written({ ...perfect(), rules: [delivery, byTheme, fallback] });
    const path = themes(theme, { ...theme, id: 'food' });
    expect(() => feedbackStack({ ownersFile: owners, themesFile: path })).toThrow(
      new RegExp(
        `owners\\.json has rules that nothing can reach:\n {2}at /rules/1/when/theme: there is no theme "wating" in ${path}\n {4}fix: name one of: waiting, food$`,
      ),
    );
  });

  it('that has all of them is taken', () => {
    const [delivery, fallback] = perfect().rules;
    const owners = written({ ...perfect(), rules: [{ ...delivery, when: { theme: 'waiting' } }, fallback] });
    expect(() => requireKnownThemes(checkedOwnersFile(owners), checkedThemesFile(themes(theme)))).not.toThrow();
  });
});

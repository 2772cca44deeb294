import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkedOwnersFile } from '../../lib/checked-file.ts';
import { feedbackStack, ownersFile } from './template.ts';

const folder = mkdtempSync(join(tmpdir(), 'owners-'));
afterAll(() => rmSync(folder, { recursive: true }));

const perfect = () => JSON.parse(readFileSync(ownersFile, 'utf8'));

const written = (content: unknown): string => {
  const path = join(folder, 'owners.json');
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

  it('without a fallback fails the stack, which says where, what and how to mend it', () => {
    const path = written({ ...perfect(), rules: perfect().rules.slice(0, 1) });
    expect(() => feedbackStack({ ownersFile: path })).toThrow(
      /owners\.json does not give every action one owner:\n {2}at \/rules: the fallback is missing.*\n {4}fix: end `rules`/,
    );
  });

  it('with two rules for the same actions fails, which names both', () => {
    const [delivery, fallback] = perfect().rules;
    const path = written({ ...perfect(), rules: [delivery, { ...delivery, team: 'Couriers' }, fallback] });
    expect(() => checkedOwnersFile(path)).toThrow(/at \/rules\/1: a duplicate: \/rules\/0 .*\n {4}fix: keep one/);
  });
});

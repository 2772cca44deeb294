import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseOwners } from '../../functions/domain/actions/owners.ts';
import { runOwners } from '../../lib/owners/run.ts';
import { march } from '../builders.ts';

const guide = readFileSync('docs/owners.md', 'utf8');
const blocks = [...guide.matchAll(/```(\w*)\n((?:.|\n)*?)```/g)].map(([, language, text = '']) => ({ language, text }));

describe('the guide to owners.json', () => {
  it('shows a file that is taken', () => {
    const [example] = blocks.filter(({ language }) => language === 'json');
    expect(parseOwners(JSON.parse(example?.text ?? ''))).toMatchObject({ kind: 'ok' });
  });

  it('shows what its command really answers', () => {
    const [shown] = blocks.filter(({ language }) => language === '');
    const [command = '', ...answer] = (shown?.text ?? '').trimEnd().split('\n');
    const told: string[] = [];
    const words = command.replace('$ npm run owners -- ', '').split(' ');
    const code = runOwners(words, { out: (text) => told.push(text), note: () => {}, now: () => march(20) });
    expect({ code, out: told.join('\n') }).toEqual({ code: 0, out: answer.join('\n') });
  });
});

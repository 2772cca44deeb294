import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ActionEntry } from '../functions/domain/outputs/action-entry.ts';
import { sampleFeed } from '../lib/local/sample/fennel-and-rye.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [message, action] = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json));

describe('the README', () => {
  it('shows a message of the sample as it is posted', () => {
    expect(sampleFeed(new Date('2026-03-30T00:00:00Z'))).toContainEqual(message);
  });

  it('shows an action in the form that is published, with the message as its evidence', () => {
    expect(ActionEntry.strict().parse(action)).toEqual(action);
    expect(action.evidence[0]).toBe(`text:${message.source}:${message.id}`);
  });

  it('leaves nothing to be filled in', () => {
    expect(readme).not.toMatch(/@@|TODO|TBD/);
  });
});

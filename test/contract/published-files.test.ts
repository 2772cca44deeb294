import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contractFiles } from '../../lib/contract/contract-files.ts';
import { outdatedFiles, publish } from '../../lib/contract/published-files.ts';

const contract = join(import.meta.dirname, '../../docs/contract');

describe('docs/contract', () => {
  it('is what the code says; `npm run contract` makes it so', () => {
    expect(outdatedFiles(contract, contractFiles())).toEqual([]);
  });

  it('links to no file that is not published', () => {
    const files = contractFiles();
    for (const page of ['README.md', 'rejections.md', 'events.md', 'api.md']) {
      const links = [...(files.get(page) ?? '').matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path ?? '');
      expect(links.length).toBeGreaterThan(2);
      const isThere = (path: string) => files.has(path) || (path.startsWith('../') && existsSync(join(contract, path)));
      expect(links.filter((path) => !isThere(path))).toEqual([]);
    }
  });
});

describe('publishing', () => {
  const wanted = new Map([
    ['README.md', 'new\n'],
    ['rejections/missing.json', '{}\n'],
  ]);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contract-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('names what is missing, differs or is left over, and mends it', () => {
    writeFileSync(join(folder, 'README.md'), 'old\n');
    writeFileSync(join(folder, 'gone.schema.json'), '{}\n');
    const outdated = ['README.md', 'gone.schema.json', 'rejections/missing.json'];
    expect(outdatedFiles(folder, wanted)).toEqual(outdated);
    expect(publish(folder, wanted)).toEqual(outdated);
    expect(outdatedFiles(folder, wanted)).toEqual([]);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('new\n');
  });

  it('takes no offence at line ends that a checkout has changed', () => {
    publish(folder, wanted);
    writeFileSync(join(folder, 'README.md'), 'new\r\n');
    expect(outdatedFiles(folder, wanted)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, html, isolated } from '../../lib/report/escape.ts';

const decoded = (markup: string): string =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('words of others', () => {
  it('never become markup, and are read as they were written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (words) => {
        expect(escaped(words)).not.toMatch(/[<>"']/);
        expect(decoded(escaped(words))).toBe(words);
      }),
    );
  });

  it('cannot leave the attribute or the element that they stand in', () => {
    const name = '" onload="x"><script>';
    expect(html`<a title="${name}">${name}</a>`.markup).toBe(
      '<a title="&quot; onload=&quot;x&quot;&gt;&lt;script&gt;">&quot; onload=&quot;x&quot;&gt;&lt;script&gt;</a>',
    );
  });

  it('cannot turn the writing round, hold half a character or what nobody sees', () => {
    expect(escaped('Mill\u202efield\u2066 \u0000x\u0007')).toBe('Millfield x');
    expect(escaped('half \ud83d')).toBe('half \ufffd');
    expect(isolated('שוק').markup).toBe('<bdi>שוק</bdi>');
  });
});

describe('a template', () => {
  it('takes what was made by another as it is, and lists one after another', () => {
    expect(html`<ul>${['a', '<'].map((item) => html`<li>${item}</li>`)}</ul>`.markup).toBe(
      '<ul><li>a</li><li>&lt;</li></ul>',
    );
  });

  it('leaves nothing where nothing is, and writes a nought', () => {
    expect(html`[${undefined}${false}${0}]`.markup).toBe('[0]');
  });
});

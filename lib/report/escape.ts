/** Markup that may stand on the page as it is; made by `html` alone. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: words are escaped, markup is not, and what is absent leaves nothing. */
export type Part = Html | string | number | undefined | false | readonly Part[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// Control characters and what turns the direction of writing: a name must not be able to reorder the words around it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be taken out
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Words of customers or of upstream as text or in a quoted attribute; what cannot be seen is left out. */
export const escaped = (words: string): string =>
  words
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(/[&<>"']/g, (character) => entities[character] as string);

const markupOf = (part: Part): string => {
  if (part instanceof Html) return part.markup;
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return part ? part.map(markupOf).join('') : '';
};

/** Template tag: the template is markup, whatever stands in it is escaped unless it was made here too. */
export const html = (template: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(template.map((markup, i) => markup + markupOf(parts[i])).join(''));

/** Words of others, kept apart from the sentence around them, whatever their direction. */
export const isolated = (words: string): Html => html`<bdi>${words}</bdi>`;

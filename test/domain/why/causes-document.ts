/** A sentence of docs/causes.md: said of a cause, or a near miss. */
export interface Example {
  cause: string;
  language: string;
  said: boolean;
  text: string;
}

const sectionsOf = (document: string): { cause: string; lines: string[] }[] =>
  document
    .split(/^## /m)
    .slice(1)
    .map((section) => section.split('\n'))
    .map(([cause = '', ...lines]) => ({ cause, lines }));

/** Headings name language and kind, `### English (en): said`; list items below are the sentences. */
export const examplesIn = (document: string): Example[] =>
  sectionsOf(document).flatMap(({ cause, lines }) => {
    let heading: { language: string; said: boolean } | undefined;
    return lines.flatMap((line) => {
      const [, language, kind] = line.match(/^### .+ \(([a-z]{2})\): (said|near misses)$/) ?? [];
      if (language) heading = { language, said: kind === 'said' };
      return heading && line.startsWith('- ') ? [{ cause, ...heading, text: line.slice(2) }] : [];
    });
  });

/** The rows of a cause's table. */
export const rulesIn = (document: string, cause: string): { id: string; says: string }[] =>
  (sectionsOf(document).find((section) => section.cause === cause)?.lines ?? []).flatMap((line) => {
    const [, id, says] = line.match(/^\| ([A-Z-]+-[0-9]+) \| (.+) \|$/) ?? [];
    return id && says ? [{ id, says }] : [];
  });

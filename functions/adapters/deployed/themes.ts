import { parseTaxonomy, type Taxonomy } from '../../domain/why/taxonomy.ts';
import { fault, jsonBeside } from './json-beside.ts';

/** Reads the `themes.json` that was deployed beside the bundle. */
export const readThemes = (beside: string): Taxonomy => {
  const parsed = parseTaxonomy(jsonBeside(beside, 'themes.json'));
  if (parsed.kind === 'ok') return parsed.taxonomy;
  throw fault('themes.json', parsed.problems);
};

/** The same, read and checked when it is needed first: that takes a fifth of a second. */
export const themesWhenNeeded = (beside: string): (() => Taxonomy) => {
  let read: Taxonomy | undefined;
  return () => {
    read ??= readThemes(beside);
    return read;
  };
};

import { placeId, placeName } from '../place.ts';
import { type Gap, type Listed, type Metric, type Score, scoresOf } from '../scores.ts';

/** A touchpoint as a line of the first page. */
export interface Standing {
  entry: Listed;
  /** By the metric chosen, else by the one that most were asked. */
  score: Score;
  darkCorner: Gap | undefined;
}

/** What somebody looks for. */
export interface Wanted {
  /** Part of the name of a touchpoint or location. */
  text: string;
  darkOnly: boolean;
  metric: Metric | undefined;
}

/** Points that silence hides, now or when it was last found; none where it cannot be told. */
const hidden = ({ entry, score, darkCorner }: Standing): number =>
  score.gap?.points ?? entry.gap?.points ?? darkCorner?.size ?? Number.NEGATIVE_INFINITY;

const compareNames = (a: Listed, b: Listed): number => placeName(a).localeCompare(placeName(b));

/** Dark corners first, then what hides most, then where most complain. */
const darkestFirst = (a: Standing, b: Standing): number =>
  Number(b.darkCorner !== undefined) - Number(a.darkCorner !== undefined) ||
  // Of two without points the difference is NaN, which is no order.
  Math.sign(hidden(b) - hidden(a)) ||
  b.entry.complaints.customers - a.entry.complaints.customers ||
  compareNames(a.entry, b.entry);

const letters = (text: string): string => text.toLowerCase().trim();

/** The lines of the first page, what silence hides most first. */
export const standings = (entries: readonly Listed[], darkCorners: readonly Gap[], wanted: Wanted): Standing[] => {
  const dark = new Map(darkCorners.filter(({ scope }) => scope === 'cell').map((gap) => [placeId(gap), gap]));
  const text = letters(wanted.text);
  return entries
    .flatMap((entry): Standing[] => {
      const score = scoresOf(entry).find(({ surveyed }) => !wanted.metric || surveyed.metric === wanted.metric);
      const darkCorner = dark.get(entry.id);
      const isNamed = letters(placeName(entry)).includes(text);
      return score && isNamed && (darkCorner || !wanted.darkOnly) ? [{ entry, score, darkCorner }] : [];
    })
    .sort(darkestFirst);
};

/** The metrics that anybody was asked by, in the order of the alphabet. */
export const metricsOf = (entries: readonly Listed[]): Metric[] =>
  [...new Set(entries.flatMap((entry) => scoresOf(entry).flatMap(({ surveyed }) => surveyed.metric ?? [])))].sort();

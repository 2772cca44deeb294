import { type Deps, makeHandler } from '../../functions/compare-touchpoints/handler.ts';
import type { Day } from '../../functions/domain/instant.ts';
import { cellDayKey, type Stratum, type TallyRow } from '../../functions/domain/touchpoints/tally-row.ts';
import { complaintRow, march, owners, rates, surveyRow } from '../builders.ts';
import { plentyOfTime } from '../runtime/deliveries.ts';
import { MemoryStore } from './memory-store.ts';

/** Midnight, when the days before have ended. */
export const midnight = (day: number) => march(day, '00:00');

const classes = ['top', 'middle', 'bottom', 'none'] as const;

/** So many customers asked by their answer: top, middle, bottom, silent. */
type ByAnswer = readonly [number, number, number, number];

/** Customers of a cell who were asked on one day; each has the same key whatever became of them. */
export const asked = (
  location: string,
  by: { [One in Stratum]?: ByAnswer },
  override: Partial<Extract<TallyRow, { kind: 'survey' }>> = {},
): TallyRow[] => {
  let customer = 0;
  return (['no-complaint', 'remedied', 'brushed-off'] as const).flatMap((stratum) =>
    classes.flatMap((given, i) =>
      Array.from({ length: by[stratum]?.[i] ?? 0 }, () => {
        const fact = `text:${location}:${customer++}`;
        const complaint = { fact, at: march(1), probability: 0.9, themes: ['waiting'], causes: [] };
        const wrote = stratum !== 'no-complaint';
        return surveyRow({
          location,
          key: `survey#${location}-${customer}`,
          class: given,
          stratum,
          wrote,
          ...(wrote ? { writing: { channel: 'sms', language: 'en' } } : {}),
          ...(stratum === 'brushed-off' ? { brushedOff: complaint } : {}),
          ...override,
        });
      }),
    ),
  );
};

/** Customers who never complained and are content: of a hundred asked 25 answer. */
export const content = (location: string): TallyRow[] =>
  asked(location, { 'no-complaint': [17, 7, 2, 71], remedied: [0, 1, 0, 2] });

/** Eleven content cells. */
export const contentFleet = (): TallyRow[] =>
  Array.from({ length: 11 }, (_, i) => content(`content-${String(i).padStart(2, '0')}`)).flat();

/** A fifth of three hundred was brushed off, and only one of them answers. */
export const dark = (location = 'dark'): TallyRow[] =>
  asked(location, { 'no-complaint': [45, 18, 9, 156], remedied: [0, 0, 3, 9], 'brushed-off': [0, 0, 1, 59] });

/** The same customers, of whom nobody complained. */
export const noLongerDark = (location = 'dark'): TallyRow[] => asked(location, { 'no-complaint': [45, 18, 13, 224] });

/** So many customers who complained unasked on a day. */
export const complaining = (location: string, day: Day, customers: number): TallyRow[] =>
  Array.from({ length: customers }, (_, i) => {
    const name = `${location} ${day} ${i}`;
    const at = `${day}T10:00:00.000Z`;
    const told = { fact: `text:${name}`, at, probability: 0.9, themes: ['waiting'], causes: [] };
    return complaintRow({ location, day, at, key: `complaint#${name}`, customer: name, told });
  });

/** Compare-touchpoints on a store in memory. */
export const makeComparison = (store = new MemoryStore()) => {
  const deps: Deps = { owners, rates, touchpoints: store.touchpoints, actions: store.actions };
  let token = 0;
  return {
    store,
    deps,
    /** Writes rows as a fold does, and marks their days. */
    tell: async (...rows: TallyRow[]): Promise<void> => {
      await store.folds.writeRows(rows, [], []);
      await store.folds.markChanged(rows.map(cellDayKey), `token-${token++}`);
    },
    withdraw: async (...rows: TallyRow[]): Promise<void> => {
      await store.folds.writeRows(
        [],
        rows.map((row) => ({ cellDay: cellDayKey(row), key: row.key })),
        [],
      );
      await store.folds.markChanged(rows.map(cellDayKey), `token-${token++}`);
    },
    compare: (at: string, windowDays = 28, exactly = false) =>
      makeHandler(deps)({ at, windowDays, exactly }, plentyOfTime),
  };
};

import type { Deps } from '../../functions/ingest-feedback/handler.ts';

/** Units taken of a day's million, unless told otherwise, kept in `spent`. */
export const memoryUnits = (spent: Map<string, number>): Deps['units'] => {
  const units: Deps['units'] = {
    unitsPerDay: 1_000_000,
    take: async (day, wanted) => {
      const sum = (spent.get(day) ?? 0) + wanted;
      if (sum > units.unitsPerDay) return false;
      spent.set(day, sum);
      return true;
    },
    giveBack: async (day, unused) => {
      spent.set(day, (spent.get(day) ?? 0) - unused);
    },
  };
  return units;
};

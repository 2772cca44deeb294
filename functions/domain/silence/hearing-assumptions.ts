import { type RatesFile, ratesFor } from '../calibration/hearing-rates.ts';
import type { Figure } from '../calibration/spread.ts';
import type { HearingOf } from './strata.ts';

/** Under a smaller difference between the two rates, nothing is heard at all. */
const LEAST_DIFFERENCE = 0.05;

type End = keyof Figure;

const assumed = (file: RatesFile, sensitivity: End, falsePositiveRate: End): HearingOf => {
  const known = new Map<string, ReturnType<HearingOf>>();
  return (channel, language) => {
    const key = `${channel}|${language}`;
    const found = known.get(key);
    if (found) return found;
    const rates = ratesFor(file, channel, language);
    const f = rates.falsePositiveRate[falsePositiveRate];
    const hearing = {
      sensitivity: Math.max(rates.sensitivity[sensitivity], f + LEAST_DIFFERENCE),
      falsePositiveRate: f,
    };
    known.set(key, hearing);
    return hearing;
  };
};

/** How complaints may be heard: as measured, and at the ends of each rate's 90 % interval, of all channels and languages at once. */
export interface Assumptions {
  measured: HearingOf;
  /** Pairs of ends: a figure's difference between the two is as wide as its 90 % interval by that rate. */
  ends: readonly (readonly [HearingOf, HearingOf])[];
}

export const assumptionsOf = (file: RatesFile): Assumptions => ({
  measured: assumed(file, 'value', 'value'),
  ends: [
    [assumed(file, 'low', 'value'), assumed(file, 'high', 'value')],
    [assumed(file, 'value', 'low'), assumed(file, 'value', 'high')],
  ],
});

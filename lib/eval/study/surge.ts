import { DAY, type Day, dayOf, type Instant, instantAt, millis } from '../../../functions/domain/instant.ts';
import { compareSurges, type SurgeSeries } from '../../../functions/domain/silence/surge.ts';
import { qValues } from '../../../functions/domain/statistics/false-discovery.ts';
import { negativeBinomialTail } from '../../../functions/domain/statistics/negative-binomial.ts';
import { share, table } from '../table.ts';
import type { Random } from './random.ts';
import { poisson, type SurgeCell, type SurgeWorld, surgeWorld } from './surge-world.ts';

/** Which cells stand out after so many days: one entry a cell. */
type Rule = (world: SurgeWorld, daysSeen: number) => boolean[];

const START: Instant = '2026-01-05T00:00:00.000Z';
const HISTORY_DAYS = 63;
const instantAfter = (days: number): Instant => instantAt(millis(START) + days * DAY);

const seriesOf = ({ name, counts }: SurgeCell, daysSeen: number): SurgeSeries => {
  const complaining: { day: Day; customers: number }[] = [];
  for (let i = Math.max(0, daysSeen - HISTORY_DAYS); i < daysSeen; i++) {
    const customers = counts[i] as number;
    if (customers > 0) complaining.push({ day: dayOf(instantAfter(i)), customers });
  }
  return { touchpoint: name, complaining };
};

export const ours: Rule = (world, daysSeen) =>
  compareSurges(
    world.map((cell) => seriesOf(cell, daysSeen)),
    instantAfter(daysSeen),
  ).map(({ isSurge }) => isSurge);

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A day above the mean of its own eight weeks by three standard deviations. */
const threeDeviations: Rule = (world, daysSeen) =>
  world.map(({ counts }) => {
    const history = counts.slice(Math.max(0, daysSeen - HISTORY_DAYS), daysSeen - 1);
    const mean = meanOf(history);
    const variance = meanOf(history.map((count) => (count - mean) ** 2));
    return (counts[daysSeen - 1] as number) > mean + 3 * Math.sqrt(variance);
  });

/** A size at which a negative binomial is Poisson. */
const POISSON = 1e9;

/** The same spans, history and false discovery rate, by Poisson about the cell's own mean. */
const ownPoisson: Rule = (world, daysSeen) => {
  const pValues = world.map(({ counts }) => {
    const mean = meanOf(counts.slice(Math.max(0, daysSeen - HISTORY_DAYS), daysSeen - 7));
    const tails = [1, 3, 7].map((days) => {
      const customers = counts.slice(daysSeen - days, daysSeen).reduce((sum, count) => sum + count, 0);
      const isEnough = customers >= 3 && customers >= 1.5 * days * mean;
      return isEnough ? negativeBinomialTail(customers, { mean: Math.max(1e-6, days * mean), size: POISSON }) : 1;
    });
    return Math.min(1, 3 * Math.min(...tails));
  });
  return qValues(pValues).map((q) => q <= 0.1);
};

export const surgeRules: Record<string, Rule> = {
  'this project': ours,
  'mean + 3 sd': threeDeviations,
  'own Poisson': ownPoisson,
};

/** Looks in a row without, after which a gap is cleared. */
const LOOKS_WITHOUT = 3;

/** Daily looks over fleets in which nothing surges. */
export interface QuietFigures {
  /** Gaps opened, and cells with any, per 100 cells over all looks. */
  opened: number;
  cells: number;
}

const FIRST_LOOK = 28;
const LOOKS = 90;

export const quietFleet = (rule: Rule, world: SurgeWorld): QuietFigures => {
  const open = world.map(() => 0);
  const opened = world.map(() => 0);
  for (let look = 1; look <= LOOKS; look++) {
    for (const [i, standsOut] of rule(world, FIRST_LOOK + look).entries()) {
      if (standsOut && open[i] === 0) opened[i] = (opened[i] as number) + 1;
      open[i] = standsOut ? LOOKS_WITHOUT : Math.max(0, (open[i] as number) - 1);
    }
  }
  const per100 = (n: number) => (100 * n) / world.length;
  return {
    opened: per100(opened.reduce((sum, n) => sum + n, 0)),
    cells: per100(opened.filter((n) => n > 0).length),
  };
};

/** Cells by customers on a usual day. */
const BANDS = [0.3, 1, 3, 10] as const;
const bandOf = ({ rate }: SurgeCell): number => BANDS.findIndex((most) => rate <= most);

/** Surges of a week, by how many customers complain on a usual day. */
export interface SurgeBand {
  surges: number;
  /** Told by the end of the first, second, third and seventh day. */
  told: [number, number, number, number];
  /** Of those told, cleared within a week after the end. */
  cleared: number;
}

const TOLD_WITHIN = [1, 2, 3, 7] as const;
const SURGE_DAYS = 7;

/** A surge of a week begins after `FIRST_SURGE` days and more: all weekdays in turn. */
const FIRST_SURGE = 63;

const clearedWithinAWeek = (standsOut: readonly boolean[]): boolean => {
  let without = 0;
  return standsOut.slice(SURGE_DAYS, 2 * SURGE_DAYS).some((still) => {
    without = still ? 0 : without + 1;
    return without >= LOOKS_WITHOUT;
  });
};

const watchSurges = (rule: Rule, world: SurgeWorld, begin: number, bands: SurgeBand[]): void => {
  const looks = Array.from({ length: 2 * SURGE_DAYS }, (_, i) => rule(world, begin + i + 1));
  for (const [i, cell] of world.entries()) {
    if (!cell.surges) continue;
    const standsOut = looks.map((look) => look[i] as boolean);
    const band = bands[bandOf(cell)] as SurgeBand;
    const day = standsOut.slice(0, SURGE_DAYS).indexOf(true) + 1;
    band.surges++;
    for (const [place, days] of TOLD_WITHIN.entries())
      if (day > 0 && day <= days) band.told[place] = (band.told[place] as number) + 1;
    if (day > 0 && clearedWithinAWeek(standsOut)) band.cleared++;
  }
};

export const surgesOfAWeek = (
  rule: Rule,
  random: Random,
  { times, fleets, burstBefore }: { times: number; fleets: number; burstBefore?: number },
): SurgeBand[] => {
  const bands = BANDS.map((): SurgeBand => ({ surges: 0, told: [0, 0, 0, 0], cleared: 0 }));
  for (let fleet = 0; fleet < fleets; fleet++) {
    const begin = FIRST_SURGE + (fleet % 7);
    const bursts = [{ begin, days: SURGE_DAYS, times }];
    if (burstBefore !== undefined) bursts.push({ begin: begin - burstBefore, days: SURGE_DAYS, times: 5 });
    watchSurges(
      rule,
      surgeWorld(random, { cells: 60, days: begin + 2 * SURGE_DAYS, surging: 0.1, bursts }),
      begin,
      bands,
    );
  }
  return bands;
};

/** Sixty cells of four weeks as in `docs/method.md`: of them four surge in the last week, seven complain steadily. */
export const fourWeeks = (rule: Rule, random: Random, fleets: number): { recall: number; precision: number } => {
  let [found, told] = [0, 0];
  for (let fleet = 0; fleet < fleets; fleet++) {
    const world = Array.from({ length: 60 }, (_, i): SurgeCell => {
      const invited = 5 * 6 ** random.share();
      const [surges, complains] = [i < 4, i >= 4 && i < 11];
      const counts = Array.from({ length: 28 }, (_, day) =>
        poisson(random, invited * (complains ? 0.16 : surges && day >= 21 ? 0.2 : 0.03)),
      );
      return { name: `cell-${String(i).padStart(2, '0')}`, rate: invited * 0.03, surges, counts };
    });
    for (const [i, standsOut] of rule(world, 28).entries()) {
      if (standsOut) told++;
      if (standsOut && world[i]?.surges) found++;
    }
  }
  return { recall: found / (4 * fleets), precision: told === 0 ? 1 : found / told };
};

const bandRows = (name: string, bands: readonly SurgeBand[]): string[][] =>
  bands.map(({ surges, told, cleared }, i) => [
    i === 0 ? name : '',
    `${BANDS[i - 1] ?? 0.05} - ${BANDS[i]}`,
    String(surges),
    ...told.map((n) => share(surges === 0 ? undefined : n / surges)),
    share(told[3] === 0 ? undefined : cleared / told[3]),
  ]);

/**
 * Figures of `docs/method.md`, "Surges", as text.
 *
 * @param fleets of 60 cells, for each figure; of 600 cells a tenth
 */
export const surgeFigures = (random: (part: number) => Random, fleets: number): string[] => {
  const quiet = Object.entries(surgeRules).flatMap(([name, rule]) =>
    [60, 600].map((cells) => {
      const worlds = Array.from({ length: Math.ceil((fleets * 60) / cells) }, (_, i) =>
        quietFleet(rule, surgeWorld(random(i), { cells, days: FIRST_LOOK + LOOKS, surging: 0, bursts: [] })),
      );
      const mean = (figure: keyof QuietFigures) => meanOf(worlds.map((world) => world[figure])).toFixed(1);
      return [name, cells, mean('opened'), mean('cells')];
    }),
  );
  const kinds: [string, { times: number; burstBefore?: number }][] = [
    ['twice as many', { times: 2 }],
    ['three times', { times: 3 }],
    ['five times', { times: 5 }],
    ['five times, and once before', { times: 5, burstBefore: 28 }],
  ];
  return [
    `false alarms in ${LOOKS} daily looks, per 100 cells\n${table([['', 'cells', 'opened', 'cells told'], ...quiet])}`,
    ...Object.entries(surgeRules).map(
      ([name, rule]) =>
        `surges of a week, told within days, by ${name}\n${table([
          ['', 'customers a day', 'surges', '1', '2', '3', '7', 'cleared'],
          ...kinds.flatMap(([kind, how]) => bandRows(kind, surgesOfAWeek(rule, random(100), { ...how, fleets }))),
        ])}`,
    ),
    `four weeks, the last of which surges in 4 cells of 60\n${table([
      ['', 'recall', 'precision'],
      ...Object.entries(surgeRules).map(([name, rule]) => {
        const { recall, precision } = fourWeeks(rule, random(200), fleets);
        return [name, share(recall), share(precision)];
      }),
    ])}`,
  ];
};

import type { Cell } from '../../../functions/domain/touchpoints/tally-row.ts';
import type { Conduct } from '../study/customer.ts';
import type { Random } from '../study/random.ts';
import type { CellType, WorldSettings } from '../study/world-settings.ts';

/** Something that goes wrong in a cell for a time; days from the first, which is 0. */
export interface Episode {
  kind: 'dark-corner' | 'surge';
  from: number;
  /** First day on which it is over by itself. */
  until: number;
  /** Of a surge: visits that go wrong, as a multiple of usual. */
  times: number;
}

/** What was done about a cell. */
export interface Change {
  from: number;
  /** What is left of what goes wrong: 1 where nothing came of it. */
  left: number;
  /** Whether fewer visits go wrong, or fewer complaints are brushed off. */
  by: 'visits' | 'replies';
}

/** How a year goes in a cell. */
export interface Course {
  place: Cell;
  type: CellType;
  complain: number;
  chatter: number;
  respond: number;
  fine: Conduct;
  weak: Conduct;
  dark: Conduct;
  episodes: Episode[];
  /** By day, what its own ups and downs and the season make of the visits that go wrong: a factor. */
  weather: number[];
  changes: Change[];
}

export interface YearSettings extends WorldSettings {
  /** Of cells, those that have one in a year. */
  corners: number;
  surges: number;
  /** Of corners and of surges, those that last; the others are over by themselves after so many days. */
  lasting: { corner: number; surge: number };
  overAfter: { corner: readonly [number, number]; surge: readonly [number, number] };
  /** A surge, as a multiple of usual. */
  times: readonly [number, number];
  /** Standard deviation of a cell's own ups and downs, in the logarithm, and in how many days they are forgotten. */
  ups: { spread: number; days: number };
  /** How far the season lifts and lowers all cells. */
  season: number;
}

const MOST_BAD = 0.8;

/** At most one a year: of two that overlap nobody could say what a fix did. */
const episodesOf = ({ corners, surges, lasting, overAfter, times, days }: YearSettings, random: Random): Episode[] => {
  const kind = random.weighted([
    ['dark-corner', corners] as const,
    ['surge', surges] as const,
    [undefined, 1 - corners - surges] as const,
  ]);
  if (!kind) return [];
  const name = kind === 'surge' ? 'surge' : 'corner';
  const from = Math.floor(random.between(0, days));
  const lasts = random.happens(lasting[name]) ? Number.POSITIVE_INFINITY : random.between(...overAfter[name]);
  return [{ kind, from, until: Math.ceil(from + lasts), times: random.between(...times) }];
};

const weatherOf = ({ days, ups, season }: YearSettings, seasonFrom: number, random: Random): number[] => {
  const keep = Math.exp(-1 / ups.days);
  let own = ups.spread * random.normal();
  return Array.from({ length: days }, (_, day) => {
    own = keep * own + Math.sqrt(1 - keep * keep) * ups.spread * random.normal();
    return Math.exp(own) * (1 + season * Math.sin((2 * Math.PI * (day - seasonFrom)) / 365));
  });
};

/** @param seasonFrom day on which the season begins to lift all cells */
export const courseOf = (settings: YearSettings, place: Cell, seasonFrom: number, random: Random): Course => {
  const { types, badShare, unreplied, hollow } = settings;
  const ok = 1 - types.bad - types.chatty;
  const type = random.weighted([['bad', types.bad] as const, ['chatty', types.chatty] as const, ['ok', ok] as const]);
  const elsewhere = { unreplied: unreplied.elsewhere, hollow: random.between(...hollow.elsewhere) };
  const weak: Conduct = { ...elsewhere, bad: random.between(...badShare.weak) };
  return {
    place,
    type,
    complain: random.between(...settings.complain),
    chatter: type === 'chatty' ? settings.chatter.chatty : random.between(...settings.chatter.elsewhere),
    respond: settings.respond * random.between(...settings.respondByCell),
    fine: { ...elsewhere, bad: random.between(...badShare.fine) },
    weak,
    dark: { bad: weak.bad, unreplied: unreplied.dark, hollow: random.between(...hollow.dark) },
    episodes: episodesOf(settings, random),
    weather: weatherOf(settings, seasonFrom, random),
    changes: [],
  };
};

/** Fewer complaints brushed off, whether they got no reply or a hollow one. */
const replied = (conduct: Conduct, left: number): Conduct => {
  const brushedOff = left * (conduct.unreplied + (1 - conduct.unreplied) * conduct.hollow);
  const unreplied = left * conduct.unreplied;
  return { ...conduct, unreplied, hollow: (brushedOff - unreplied) / (1 - unreplied) };
};

/** How a cell treats its customers on a day. */
export const conductOn = (course: Course, day: number): Conduct => {
  const { fine, weak, dark, type, episodes, weather, changes } = course;
  const now = episodes.find(({ from, until }) => day >= from && day < until);
  const usual = type === 'bad' ? weak : fine;
  const base = now?.kind === 'dark-corner' ? dark : now ? { ...usual, bad: usual.bad * now.times } : usual;
  const done = changes.filter(({ from }) => day >= from && from >= (now?.from ?? 0));
  let conduct = base;
  for (const { left, by } of done)
    conduct = by === 'visits' ? { ...conduct, bad: conduct.bad * left } : replied(conduct, left);
  return { ...conduct, bad: Math.min(MOST_BAD, conduct.bad * (weather[day] ?? 1)) };
};

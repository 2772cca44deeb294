import { DAY, type Instant, instantAt, millis } from '../../../functions/domain/instant.ts';
import type { Cell, TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import { type Asked, type Conduct, journeyOf, type Traits } from './customer.ts';
import { type Random, seeded } from './random.ts';
import { type CellType, cellTypes, type WorldSettings } from './world-settings.ts';

/** A cell of a simulated world: the rows that folds of its customers would write, and the truth. */
export interface CellWorld {
  place: Cell;
  type: CellType;
  asked: Asked[];
  /** Of complaints; invitations have their row beside them. */
  complaints: TallyRow[];
}

/** A Monday. */
export const START: Instant = '2026-01-05T00:00:00.000Z';

/** The end of a world's last day. */
export const endOf = ({ days }: WorldSettings): Instant => instantAt(millis(START) + days * DAY);

const TOUCHPOINTS = ['arrival', 'booking', 'check-out', 'dining', 'housekeeping', 'invoice', 'pool', 'shuttle'];
const SURGE_DAYS = 7;
/** `invited` is told for so many days. */
const INVITED_IN_DAYS = 28;

export const placeOf = (index: number): Cell => ({
  touchpoint: TOUCHPOINTS[index % TOUCHPOINTS.length] as string,
  location: `house-${Math.floor(index / TOUCHPOINTS.length) + 1}`,
});

const typeOf = ({ types }: WorldSettings, random: Random): CellType => {
  const others = 1 - types.dark - types.bad - types.chatty - types.surge;
  return random.weighted(cellTypes.map((type) => [type, type === 'ok' ? others : types[type]] as const));
};

const conductsOf = (settings: WorldSettings, random: Random) => {
  const { badShare, unreplied, hollow } = settings;
  const fine: Conduct = {
    bad: random.between(...badShare.fine),
    unreplied: unreplied.elsewhere,
    hollow: random.between(...hollow.elsewhere),
  };
  const weak: Conduct = { ...fine, bad: random.between(...badShare.weak) };
  const dark: Conduct = { bad: weak.bad, unreplied: unreplied.dark, hollow: random.between(...hollow.dark) };
  const surging: Conduct = { ...fine, bad: badShare.surging };
  return { fine, weak, dark, surging };
};

const traitsOf = (settings: WorldSettings, place: Cell, random: Random): Traits => {
  const type = typeOf(settings, random);
  const { fine, weak, dark, surging } = conductsOf(settings, random);
  const darkFrom = millis(START) + settings.darkAfterDays * DAY;
  const surgesFrom = millis(endOf(settings)) - SURGE_DAYS * DAY;
  const conducts: Record<CellType, Traits['conductAt']> = {
    dark: (ms) => (ms < darkFrom - DAY ? fine : dark),
    bad: () => weak,
    chatty: () => fine,
    surge: (ms) => (ms < surgesFrom ? fine : surging),
    ok: () => fine,
  };
  return {
    place,
    type,
    complain: random.between(...settings.complain),
    chatter: type === 'chatty' ? settings.chatter.chatty : random.between(...settings.chatter.elsewhere),
    respond: settings.respond * random.between(...settings.respondByCell),
    conductAt: conducts[type],
  };
};

/** When customers come: a day before they are asked, days of the week as busy as they are. */
const visitsOf = ({ days, weekdays, invitationsPerCustomer }: WorldSettings, random: Random): number[] => {
  const busiest = Math.max(...weekdays);
  const first = millis(START) - DAY;
  const visit = (): number => {
    for (;;) {
      const day = random.between(0, days);
      // The first visits are a Sunday's.
      if (random.happens((weekdays[(Math.floor(day) + 6) % 7] ?? 0) / busiest)) return first + day * DAY;
    }
  };
  const visits = [visit()];
  while (random.happens(1 - 1 / invitationsPerCustomer)) visits.push(visit());
  return visits.sort((a, b) => a - b);
};

const cellOfWorld = (settings: WorldSettings, index: number, random: Random): CellWorld => {
  const traits = traitsOf(settings, placeOf(index), random);
  const [least, most] = settings.invited;
  const share = settings.days / INVITED_IN_DAYS;
  const size = Math.max(1, Math.round(share * Math.exp(random.between(Math.log(least), Math.log(most)))));
  const cell: CellWorld = { place: traits.place, type: traits.type, asked: [], complaints: [] };
  for (let customer = 0; cell.asked.length < size; customer++) {
    const visits = visitsOf(settings, random).slice(0, size - cell.asked.length);
    const { asked, complaints } = journeyOf(settings, traits, visits, `${index}-${customer}`, random);
    cell.asked.push(...asked);
    cell.complaints.push(...complaints);
  }
  return cell;
};

/** The cells of a world, made one by one: the rows of a whole world need not be held at once. */
export function* worldOf(settings: WorldSettings, seed: number): Generator<CellWorld> {
  for (let index = 0; index < settings.cells; index++) yield cellOfWorld(settings, index, seeded(seed, index));
}

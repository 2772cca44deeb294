import type { CauseRule } from '../../root-cause.ts';

/** A delayed flight is waited for in hours too, and shows no want of people. */
export const waitsInHours: CauseRule = {
  id: 'COST-CUTTING-13',
  says: 'A wait or an arrival of help is counted in hours.',
  any: {
    en: `
      waited, waiting, wait, waits, had to wait, have to wait, took, takes, laid, lay, lying, to arrive, to come,
      to attend, attended, to turn up, to respond, before i spoke, before being, before i was, before anyone,
      before someone, to be picked up, to get home, to be discharged, to be answered, to get through, to answer,
      left waiting, left on the floor, left in a corridor, left on a trolley, left in the corridor,
      lay on the floor, response time`,
  },
  with: {
    en: `
      hours, # hours, # hrs, # hr, # hour, an hour, hour, half an hour, hours on end, all day, all night, whole day,
      whole night, whole morning, # mins, # minutes, # min, far too long, too long, so long, very long, a long time,
      for ages, ages, forever`,
  },
  withinWords: 6,
  unless: {
    en: `
      {awaited}, flight, flights, fly, airline*, jet, hotel, drive home, journey, recovery, meeting, film, delivered,
      call centre to call me, bus, train, trains, coach, train was, order*, driver, courier, router, install*,
      website, before my appointment, book online, lounge, check-out, de-icing, deicing, fuel, tow, gate agent`,
  },
};

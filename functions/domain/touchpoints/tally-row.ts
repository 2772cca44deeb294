import type { Day, Instant } from '../instant.ts';
import { keyOf } from '../message/identity.ts';
import type { Metric, ScoreClass } from '../message/scale.ts';
import type { Place } from '../story/attribution.ts';

/** A touchpoint at a location: what is compared with what. */
export interface Cell {
  touchpoint: string;
  location?: string;
}

/** What happened to the customer before the invitation; the layer the answer speaks for. */
export type Stratum = 'no-complaint' | 'remedied' | 'brushed-off';

/** What one feedback adds to its cell's day. Holds no words and names nobody: the customer is a keyed hash. */
export type TallyRow = Cell & { day: Day; key: string; customer?: string } & (
    | {
        kind: 'survey';
        metric: Metric;
        class: ScoreClass | 'none';
        stratum: Stratum;
        /** Whether the customer wrote to us at all in the 60 days before; only who writes can be taken for a complainer. */
        wrote: boolean;
        held: boolean;
        bounced: boolean;
        answeredAt?: Instant;
        /** Fact whose score and words disagree, where no customer is known who could be called. */
        contradiction?: string;
      }
    | { kind: 'review'; class: ScoreClass; contradiction?: string }
    | { kind: 'complaint' }
  );

/** Key of a cell, `delivery:millfield`. */
export const cellKey = ({ touchpoint, location }: Cell): string =>
  location === undefined ? keyOf(touchpoint) : keyOf(touchpoint, location);

/** Key of a cell's UTC day. */
export const cellDayKey = (row: Cell & { day: Day }): string => `${cellKey(row)}#${row.day}`;

export const cellOf = ({ touchpoint, location }: Place): Cell =>
  location === undefined ? { touchpoint } : { touchpoint, location };

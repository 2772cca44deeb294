import type { Owners } from '../../../functions/domain/actions/owners.ts';
import { instantAt, millis } from '../../../functions/domain/instant.ts';
import type { Random } from '../../eval/study/random.ts';
import type { Ask, Asked } from './analysts.ts';
import { FIRST_RAISED, placeOf, type Stored } from './stored-actions.ts';
import { NOW } from './stories.ts';

/** What is asked of one of the tables: the same questions of each, about actions that lie there. */
export interface Known {
  /** Of customers' actions, whatever became of them. */
  recover: string[];
  /** Of those that nobody took up yet. */
  open: string[];
  /** `cursor` of the page halfway through those that are verified. */
  halfway: string;
}

export interface Question {
  name: string;
  of(known: Known, random: Random): Asked;
  /** Entries of each answer, of those that are lists and always full. */
  entries?: number;
  /** How often it is asked, as a share of how often questions are: some take long. */
  share: number;
}

/** Pages of no more than a touchpoint at a location has of a thousand actions. */
const PAGE = 50;
const LARGEST_PAGE = 100;

/** As many of each table, so that a change comes upon each as often. */
const MOST_KNOWN = 50;

const query = (parameters: Record<string, string>): string => new URLSearchParams(parameters).toString();
const oneOf = <T>(choices: readonly T[], random: Random): T =>
  choices[Math.floor(random.share() * choices.length)] as T;

const verified = { status: 'verified' };

/** Notes what questions are about, while actions are stored. */
export const noting = () => {
  const [recover, open]: [string[], string[]] = [[], []];
  let verifiedOnes = 0;
  return {
    note: ({ action: { id, kind, status } }: Stored): void => {
      if (kind === 'recover') recover.push(id);
      if (kind === 'recover' && status === 'open' && open.length < MOST_KNOWN) open.push(id);
      if (status === 'verified') verifiedOnes++;
    },
    /** Pages through half of a list. */
    known: async (ask: Ask): Promise<Known> => {
      let halfway = '';
      for (let seen = 0; seen < verifiedOnes / 2; seen += LARGEST_PAGE) {
        const page = query({ ...verified, limit: String(LARGEST_PAGE), ...(halfway && { cursor: halfway }) });
        halfway = (JSON.parse(await ask({ route: 'actions', query: page })) as { next: string }).next;
      }
      return { recover, open, halfway };
    },
  };
};

/** Lists, details and changes, as a page and an export ask for them. */
export const questionsOf = ({ teams }: Owners): Question[] => {
  const list = (name: string, filters: (random: Random, known: Known) => Record<string, string>): Question => ({
    name,
    of: (known, random) => ({ route: 'actions', query: query({ limit: String(PAGE), ...filters(random, known) }) }),
    entries: PAGE,
    share: 1,
  });
  /** While a page's worth has changed since. */
  const sinceThen = (random: Random) =>
    instantAt(Math.floor(millis(FIRST_RAISED) + random.share() * 0.9 * (millis(NOW) - millis(FIRST_RAISED))));
  return [
    list('of a status', () => ({ status: 'open' })),
    list('of a status and priority', () => ({ ...verified, priority: 'P3' })),
    list('of a team, due before', (random) => ({ team: oneOf(Object.keys(teams), random), dueBefore: NOW })),
    list('at a touchpoint and location', (random) => placeOf(Math.floor(random.share() * 1000))),
    list('changed since', (random) => ({ changedSince: sinceThen(random) })),
    list('halfway behind cursors', (_, { halfway }) => ({ ...verified, cursor: halfway })),
    {
      name: 'filtered by what is rare',
      of: () => ({
        route: 'actions',
        query: query({ changedSince: FIRST_RAISED, status: 'reopened', priority: 'P1', kind: 'ask' }),
      }),
      share: 1,
    },
    {
      name: 'CSV of 1,000',
      of: () => ({ route: 'actionsCsv', query: query({ changedSince: FIRST_RAISED }) }),
      share: 0.25,
    },
    {
      name: 'detail',
      of: ({ recover }, random) => ({ route: 'action', path: { id: oneOf(recover, random) } }),
      share: 1,
    },
    {
      name: 'change',
      of: ({ open }, random) => ({
        route: 'changeAction',
        path: { id: oneOf(open, random) },
        body: { kind: 'acknowledge', version: 1 },
      }),
      share: 1,
    },
  ];
};

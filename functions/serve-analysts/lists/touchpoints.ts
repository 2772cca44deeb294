import { ListedTouchpoint } from '../../domain/analysts/answers.ts';
import { touchpointId } from '../../domain/analysts/touchpoint-id.ts';
import { touchpointColumns } from '../../domain/outputs/columns.ts';
import { touchpointEntry } from '../../domain/outputs/touchpoint-entry.ts';
import type { Compared } from '../../domain/silence/compared.ts';
import type { TouchpointSummary } from '../../domain/touchpoints/comparison.ts';
import type { Answering, AskedOf } from '../answering.ts';
import { csvAnswer } from './csv-answer.ts';
import { type PageRead, paged, type ReadPage } from './paging.ts';

/** What a list reads of a touchpoint at a location. */
interface Listed {
  summary: TouchpointSummary;
  compared?: Compared;
  /** Of its complaints, the most frequent first. */
  themes: readonly string[];
}

/** Where touchpoints are listed. */
export interface TouchpointListDeps<Position> {
  secret(): Promise<string>;
  touchpoints: { page(read: PageRead<Position>): Promise<ReadPage<Listed, Position>> };
}

/** Themes that a line has room for. */
const MOST_THEMES = 3;

const listedTouchpoint = ({ summary, compared, themes }: Listed): ListedTouchpoint =>
  ListedTouchpoint.parse({
    ...touchpointEntry(summary, compared),
    id: touchpointId(summary),
    asOf: summary.asOf,
    themes: themes.slice(0, MOST_THEMES),
  });

/** Lists touchpoints at their locations. */
export const answerTouchpoints = <Position>({
  secret,
  touchpoints,
}: TouchpointListDeps<Position>): Answering<'touchpoints' | 'touchpointsCsv'> => {
  const list = (
    route: 'touchpoints' | 'touchpointsCsv',
    { query: { limit, cursor } }: AskedOf<'touchpoints' | 'touchpointsCsv'>,
  ) =>
    paged(secret, { route, filters: {}, limit, cursor }, async (read: PageRead<Position>) => {
      const { entries, ...rest } = await touchpoints.page(read);
      return { entries: entries.map(listedTouchpoint), ...rest };
    });
  return {
    touchpoints: async (asked) => {
      const page = await list('touchpoints', asked);
      if (page.kind === 'refused') return page;
      return { kind: 'answered', answer: { touchpoints: page.entries, ...(page.next && { next: page.next }) } };
    },
    touchpointsCsv: async (asked) => {
      const page = await list('touchpointsCsv', asked);
      return page.kind === 'refused' ? page : csvAnswer(touchpointColumns, page, asked.query.cursor);
    },
  };
};

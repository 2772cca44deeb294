import type { Gap, GapKind, GapState } from '../../domain/gaps/gap.ts';
import { gapColumns } from '../../domain/outputs/columns.ts';
import { gapEntry } from '../../domain/outputs/gap-entry.ts';
import type { Answering, AskedOf } from '../answering.ts';
import { csvAnswer } from './csv-answer.ts';
import { type PageRead, paged, type ReadPage } from './paging.ts';

/** Where gaps are listed. */
export interface GapListDeps<Position> {
  secret(): Promise<string>;
  gaps: { page(of: { kind: GapKind; state: GapState }, read: PageRead<Position>): Promise<ReadPage<Gap, Position>> };
}

/** Lists gaps of a kind in a state. */
export const answerGaps = <Position>({ secret, gaps }: GapListDeps<Position>): Answering<'gaps' | 'gapsCsv'> => {
  const list = (route: 'gaps' | 'gapsCsv', { query }: AskedOf<'gaps' | 'gapsCsv'>) => {
    const { limit, cursor, ...filters } = query;
    return paged(secret, { route, filters, limit, cursor }, async (read: PageRead<Position>) => {
      const { entries, ...rest } = await gaps.page(filters, read);
      return { entries: entries.map(gapEntry), ...rest };
    });
  };
  return {
    gaps: async (asked) => {
      const page = await list('gaps', asked);
      if (page.kind === 'refused') return page;
      return { kind: 'answered', answer: { gaps: page.entries, ...(page.next && { next: page.next }) } };
    },
    gapsCsv: async (asked) => {
      const page = await list('gapsCsv', asked);
      return page.kind === 'refused' ? page : csvAnswer(gapColumns, page, asked.query.cursor);
    },
  };
};

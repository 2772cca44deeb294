import * as z from 'zod';
import type { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';

const count = z.number().min(0).catch(0);

const Group = z.object({
  name: z.string(),
  invited: count,
  answers: count,
  worded: count,
  unscored: count,
});
const groups = z.array(Group).catch([]);

/** Parts that a touchpoint's coverage may have; what it lacks is none. */
const Coverage = z.object({
  unscored: count,
  worded: z.number().optional().catch(undefined),
  byLanguage: groups,
  byChannel: groups,
  bySegment: groups,
  staffNotes: z
    .object({ n: count, quotes: z.array(z.object({ text: z.string() })).catch([]) })
    .catch({ n: 0, quotes: [] }),
});

export type Covered = z.infer<typeof Coverage>;
export type Dimension = 'byLanguage' | 'byChannel' | 'bySegment';

export const coverageOf = ({ coverage }: TouchpointEntry): Covered => Coverage.parse(coverage ?? {});

export const staffNotesOf = (entry: TouchpointEntry): Covered['staffNotes'] => coverageOf(entry).staffNotes;

export interface GroupHeard {
  name: string;
  invited: number;
  answers: number;
  worded: number;
  unscored: number;
}

/** The groups of one kind over all touchpoints, the most invited first. */
export const groupsHeard = (touchpoints: readonly TouchpointEntry[], dimension: Dimension): GroupHeard[] => {
  const sums = new Map<string, GroupHeard>();
  for (const entry of touchpoints) {
    for (const group of coverageOf(entry)[dimension]) {
      const sum = sums.get(group.name) ?? { name: group.name, invited: 0, answers: 0, worded: 0, unscored: 0 };
      for (const key of ['invited', 'answers', 'worded', 'unscored'] as const) sum[key] += group[key];
      sums.set(group.name, sum);
    }
  }
  return [...sums.values()].sort((a, b) => b.invited - a.invited || b.worded - a.worded || (a.name < b.name ? -1 : 1));
};

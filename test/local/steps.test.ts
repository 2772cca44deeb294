import { describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../lib/local/cloud.ts';
import type { Deployment } from '../../lib/local/run/deployment.ts';
import { stepThrough } from '../../lib/local/run/steps.ts';
import { march } from '../builders.ts';

/** A stack with so many marks due, whose schedules answer this. */
const stepping = (answer: unknown, marks: { story: string; at: string }[] = []) => {
  const cloud = { runSchedule: async () => answer, drain: async () => {} } as unknown as LocalCloud;
  const deployment = { due: { until: async () => marks.splice(0) } } as unknown as Deployment;
  return stepThrough(cloud, deployment, { asOf: march(5), windowDays: 28, progress: () => {} });
};

describe('stepping through event time', () => {
  it('takes a run that was skipped for a fault, as steps never overlap', async () => {
    await expect(stepping({ skipped: true })).rejects.toThrow(/AnalysisComparison was skipped/);
    const due = [{ story: 'customer#ada', at: march(4) }];
    await expect(stepping({ skipped: true }, due)).rejects.toThrow(/AnalysisFollowUp was skipped/);
  });

  it('goes on where the runs answer what they did', async () => {
    expect(await stepping({ stories: 1 }, [{ story: 'customer#ada', at: march(4) }])).toBe(1);
  });
});

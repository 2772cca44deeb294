/** What lies behind complaints, in the order in which it is told. */
export const rootCauses = [
  'unowned',
  'silo',
  'broken-promise',
  'no-human',
  'excluding-design',
  'process-over-empathy',
  'cost-cutting',
  'outdated',
  'defect',
] as const;
export type RootCause = (typeof rootCauses)[number];

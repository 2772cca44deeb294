import type { Template } from './template.ts';

/** What must hold of every template, and changes that break it: a law that reports none of them is no law. */
export interface Law {
  says: string;
  /** Logical ids of the resources that break it. */
  brokenBy(template: Template): string[];
  mutants: Record<string, (template: Template) => void>;
}

export const ids = (resources: readonly { id: string }[]): string[] => resources.map(({ id }) => id);

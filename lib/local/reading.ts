import type { Assembly } from './assembly.ts';

/** What a reader turns into a definition: the resolved properties, and the names the resource has at its place. */
export interface Reading {
  logicalId: string;
  name: string;
  reference: string;
  arn: string;
  properties: unknown;
  codeDirectory: Assembly['codeDirectory'];
}

/** Where the deployment is found: a local run by its folder, a deployed stack by the outputs that its deployment wrote. */
export type Where = { kind: 'local'; folder: string } | { kind: 'deployed'; outputs: string; stack?: string };

/** What a person gives to name a deployment; all left out means the local run that `npm start` keeps. */
export interface GivenWhere {
  folder?: string | undefined;
  outputs?: string | undefined;
  stack?: string | undefined;
}

/** Reads the three options; `wrong` tells what does not go together. */
export const whereOf = ({ folder, outputs, stack }: GivenWhere): Where | { kind: 'wrong'; problem: string } => {
  const wrong = (problem: string) => ({ kind: 'wrong', problem }) as const;
  if (folder !== undefined && outputs !== undefined)
    return wrong('--folder means a local run, --outputs a deployed stack: give one of the two.');
  if (outputs !== undefined) return { kind: 'deployed', outputs, ...(stack !== undefined && { stack }) };
  if (stack !== undefined) return wrong('--stack names a stack in the file that --outputs gives.');
  return { kind: 'local', folder: folder ?? '.local/state' };
};

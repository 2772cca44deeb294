import { type Denial, DeniedError } from './denial.ts';

/** Tells whoever waits for the stack to come to rest that something in it was refused a call, and so never will as it should. */
export class Refusals {
  #first = new AbortController();

  /** Aborted with a DeniedError at the first refusal. */
  get signal(): AbortSignal {
    return this.#first.signal;
  }

  /** What a person is refused, under a key of their own or of a role, they are told themselves. */
  take(denial: Denial): void {
    const { kind } = denial.caller;
    if (kind === 'function' || kind === 'schedule' || kind === 'rule') this.#first.abort(new DeniedError(denial));
  }

  forget(): void {
    this.#first = new AbortController();
  }
}

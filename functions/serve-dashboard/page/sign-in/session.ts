/** Somebody who is signed in. */
export interface Session {
  /** As the API takes it. */
  token: string;
  /** When it ends, in milliseconds since 1970. */
  until: number;
  /** Where the issuer ends its own session, if it says where. */
  endSession?: string;
}

const KEY = 'dark-corners.session';

/**
 * Keeps who is signed in for as long as the tab is open, and no longer: what outlives the tab could be taken from the disk of a
 * shared computer.
 */
export const session = {
  read(now: number): Session | undefined {
    const kept = sessionStorage.getItem(KEY);
    const found = kept ? (JSON.parse(kept) as Session) : undefined;
    return found && found.until > now ? found : undefined;
  },
  keep(one: Session): void {
    sessionStorage.setItem(KEY, JSON.stringify(one));
  },
  end(): void {
    sessionStorage.removeItem(KEY);
  },
};

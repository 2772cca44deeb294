/** The part of dynalite 4 in use: it bears no types of its own. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Milliseconds a table stays in CREATING, UPDATING and DELETING; 500 each unless told. */
    createTableMs?: number;
    updateTableMs?: number;
    deleteTableMs?: number;
  }

  /** A server over a store in memory that answers DynamoDB's JSON protocol by its `request` event. */
  export default function dynalite(options?: DynaliteOptions): Server;
}

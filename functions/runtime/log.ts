/** What a log line may hold: counts, names of ours, times. Never a customer's words or key. */
export type LogFields = Record<string, string | number | boolean | undefined>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
}

/** One JSON object a line under Lambda's JSON log format, named `noun.verb`. */
export const log: Log = {
  info: (event, fields) => console.info({ event, ...fields }),
  warn: (event, fields) => console.warn({ event, ...fields }),
};

import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { BusDefinition, RuleDefinition } from '../definitions.ts';

/** API reference, PutEvents: entries of a request. */
const MAX_ENTRIES = 10;
/**
 * Bytes of a request, as the user guide counts them. AWS lets 1 MiB through since 2026; here the limit before it holds, so
 * that what passes here passes everywhere.
 */
const MAX_BYTES = 256 * 1024;
/** What a time counts for in that sum. */
const TIME_BYTES = 14;

/** One entry of PutEvents. */
export interface GivenEntry {
  EventBusName?: string | undefined;
  Source?: string | undefined;
  DetailType?: string | undefined;
  Detail?: string | undefined;
  Resources?: string[] | undefined;
  /** Seconds since 1970. */
  Time?: number | undefined;
}

/** What became of an entry: taken under an id, or not, and why. */
export type PutEntry = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

/** Brings an event to one target of a rule, or to its dead letters. */
export type Deliver = (rule: RuleDefinition, target: RuleDefinition['targets'][number], event: string) => void;

export interface EventsStandInOptions {
  /** Milliseconds since 1970. */
  now(): number;
  region: string;
  accountId: string;
  /** Told of each event that a bus took, as rules see it, whether one wants it or not. */
  onEvent?: ((event: string) => void) | undefined;
}

/**
 * A STAND-IN for Amazon EventBridge, not EventBridge: buses in the memory of this process, rules that compare exact values,
 * and SQS queues as their targets. It delivers before it answers and exactly once, in the order of the calls; AWS promises
 * neither. Left out: archives, replays, other targets, global endpoints.
 */
export class EventsStandIn {
  readonly #options: EventsStandInOptions;
  /** Rules by the name of their bus. Every account has a bus called default. */
  readonly #rules = new Map<string, RuleDefinition[]>([['default', []]]);
  #deliver: Deliver = () => {};

  constructor(options: EventsStandInOptions) {
    this.#options = options;
  }

  /** Makes buses and rules known. Throws where a rule is on a bus that is not there. */
  open(buses: readonly BusDefinition[], rules: readonly RuleDefinition[], deliver: Deliver): void {
    for (const { name } of buses) this.#rules.set(name, []);
    for (const rule of rules) {
      const onBus = this.#rules.get(rule.busName);
      if (!onBus) throw new Error(`${rule.logicalId}: the stack has no event bus ${rule.busName}.`);
      if (rule.enabled) onBus.push(rule);
    }
    this.#deliver = deliver;
  }

  /** Takes up to ten entries; each is taken or not by itself. Throws AwsError where the request as a whole is too large. */
  putEvents(entries: readonly GivenEntry[]): PutEntry[] {
    if (entries.length < 1 || entries.length > MAX_ENTRIES) {
      throw new AwsError(
        'ValidationException',
        `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and ${MAX_ENTRIES}`,
      );
    }
    if (entries.reduce((sum, entry) => sum + bytesOf(entry), 0) > MAX_BYTES) {
      throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
    }
    return entries.map((entry) => this.#put(entry));
  }

  #put({ EventBusName = 'default', Source, DetailType, Detail, Resources, Time }: GivenEntry): PutEntry {
    if (!Source) return missing('Source');
    if (!DetailType) return missing('DetailType');
    if (!Detail) return missing('Detail');
    if (Source.startsWith('aws.')) {
      return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
    }
    const detail = objectIn(Detail);
    if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    const rules = this.#rules.get(EventBusName.split('/').at(-1) ?? EventBusName);
    // Where there is no such bus, AWS may take an event and drop it; here it shows.
    if (!rules) return invalid(`Event bus ${EventBusName} does not exist.`);

    const id = randomUUID();
    const event = JSON.stringify({
      version: '0',
      id,
      'detail-type': DetailType,
      source: Source,
      account: this.#options.accountId,
      time: secondsOf(Time === undefined ? this.#options.now() : Time * 1000),
      region: this.#options.region,
      resources: Resources ?? [],
      detail,
    });
    this.#options.onEvent?.(event);
    for (const rule of rules) {
      if (!wants(rule, Source, DetailType)) continue;
      for (const target of rule.targets) this.#deliver(rule, target, event);
    }
    return { EventId: id };
  }
}

const invalid = (ErrorMessage: string): PutEntry => ({ ErrorCode: 'InvalidArgument', ErrorMessage });
const missing = (name: string): PutEntry =>
  invalid(`Parameter ${name} is not valid. Reason: ${name} is a required argument.`);

const bytesOf = ({ Source = '', DetailType = '', Detail = '', Resources = [], Time }: GivenEntry): number =>
  [Source, DetailType, Detail, ...Resources].reduce((sum, text) => sum + Buffer.byteLength(text), 0) +
  (Time === undefined ? 0 : TIME_BYTES);

const objectIn = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // told as what it is not
  }
};

/** `2026-03-05T10:00:00Z`: whole seconds, as EventBridge writes them. */
const secondsOf = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

const wants = ({ sources, detailTypes }: RuleDefinition, source: string, detailType: string): boolean =>
  (sources?.includes(source) ?? true) && (detailTypes?.includes(detailType) ?? true);

import { randomUUID } from 'node:crypto';
import type { ScheduleDefinition } from '../definitions.ts';

/** `2026-03-05T10:00:00Z`: whole seconds, as EventBridge Scheduler writes them. */
const secondsOf = (at: Date): string => at.toISOString().replace('.000Z', 'Z');

/**
 * The event a schedule sends at a time: its input with the context attributes of EventBridge Scheduler filled in, and
 * `override` laid over it.
 */
export const scheduledEvent = (schedule: ScheduleDefinition, at: Date, override: object = {}): string => {
  const attributes: Record<string, string> = {
    'scheduled-time': secondsOf(at),
    'schedule-arn': schedule.arn,
    'execution-id': randomUUID(),
    'attempt-number': '1',
  };
  const input: unknown = JSON.parse(
    schedule.input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (whole, name: string) => attributes[name] ?? whole),
  );
  if (Object.keys(override).length === 0) return JSON.stringify(input);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new Error(`${schedule.logicalId}: its input is no JSON object, so nothing can be laid over it.`);
  }
  return JSON.stringify({ ...input, ...override });
};

/** Finds a schedule by its logical id, its name, or the beginning of its logical id. Throws unless exactly one fits. */
export const findSchedule = (schedules: readonly ScheduleDefinition[], wanted: string): ScheduleDefinition => {
  const exact = schedules.filter(({ logicalId, name }) => logicalId === wanted || name === wanted);
  const found = exact.length > 0 ? exact : schedules.filter(({ logicalId }) => logicalId.startsWith(wanted));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    const known = schedules.map(({ logicalId }) => logicalId).join(', ') || 'none';
    throw new Error(`${found.length} schedules fit "${wanted}"; the stack has: ${known}.`);
  }
  return only;
};

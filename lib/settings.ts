import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

const logRetentionDays = Object.values(RetentionDays).filter(
  (days): days is RetentionDays => typeof days === 'number' && days <= RetentionDays.ONE_YEAR,
);

/** A whole number; context given on the command line arrives as text. */
const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

/** What a deployment may choose, each with `-c name=value` or in the context of cdk.json. */
export const Settings = z.object({
  /** Who owns which action: JSON, relative to where the command runs. */
  ownersFile: z.string({ error: 'must be a path' }).min(1, { error: 'must be a path' }).default('owners.json'),
  /** Days of invitations that touchpoints are compared over; from one whole week to the last 90 days, all a comparison reads. */
  windowDays: wholeNumber(7, 90).default(28),
  /** Days a fact is kept from its receipt. Less than 180, the reach of a fold, would change what has been found. */
  factRetentionDays: wholeNumber(180, 3650).default(730),
  /**
   * Units of sentiment (100 characters; a text has three at least) that may be billed a UTC day: a million cost some 100
   * dollars at Comprehend's list price. What is beyond waits for the next day.
   */
  unitsPerDay: wholeNumber(3, 1_000_000_000).default(1_000_000),
  /** Days the functions' logs are kept: one of the periods CloudWatch offers, up to a year. */
  logRetentionDays: z.coerce
    .number()
    .refine((chosen): chosen is RetentionDays => logRetentionDays.some((offered) => offered === chosen), {
      error: `must be a period CloudWatch offers: ${logRetentionDays.join(', ')}`,
    })
    .default(RetentionDays.ONE_MONTH),
});
export type Settings = z.output<typeof Settings>;

/**
 * Checks chosen settings and fills in the rest.
 *
 * @throws Error naming each wrong setting, its rule and how to set it
 */
export const settingsOf = (chosen: Record<string, unknown>): Settings => {
  const result = Settings.safeParse(chosen);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `  ${path.join('.')} ${message}. Set it with -c ${path.join('.')}=... or in cdk.json.`,
  );
  throw new Error(['The stack cannot be built with these settings:', ...problems].join('\n'));
};

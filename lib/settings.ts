import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

const logRetentionDays = Object.values(RetentionDays).filter(
  (days): days is RetentionDays => typeof days === 'number' && days <= RetentionDays.ONE_YEAR,
);

/** Context given on the command line arrives as text; anything but digits is no number. */
const number = (error: string) =>
  z.preprocess((given) => (typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given), z.int({ error }));

const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return number(error).refine((chosen) => chosen >= min && chosen <= max, { error });
};

const aSwitch = 'must be true or false';
const yesOrNo = z.preprocess(
  (given) => (given === 'true' ? true : given === 'false' ? false : given),
  z.boolean({ error: aSwitch }),
);

const text = (pattern: RegExp, error: string) => z.string({ error }).regex(pattern, { error });

const aDay = 'must be a UTC day such as 2026-03-01';
/** CDK hands over context as it was given: what is no such text is told by the same rule. */
const day = z.string({ error: aDay }).pipe(z.iso.date({ error: aDay }));

const claim = text(/^[\x21-\x7e]{1,200}$/, 'must be a text without spaces, of at most 200 characters');

/**
 * What a deployment may choose, each with `-c name=value` or in the context of cdk.json. docs/settings.md is this, for
 * people: the descriptions, and the rules as the errors tell them.
 */
export const Settings = z
  .object({
    ownersFile: text(/./, 'must be a path')
      .default('owners.json')
      .describe('Who owns which action: a JSON file, relative to where the command runs (docs/owners.md).'),
    themesFile: text(/./, 'must be a path')
      .default('themes.json')
      .describe('What complaints can be about: a JSON file, relative to where the command runs (docs/themes.md).'),
    ratesFile: text(/./, 'must be a path')
      .default('hearing-rates.json')
      .describe(
        'How the complaint decision errs: a JSON file, relative to where the command runs (docs/calibration.md).',
      ),
    windowDays: wholeNumber(7, 90)
      .default(28)
      .describe('Days of invitations that touchpoints are compared over: from a week to all that a comparison reads.'),
    raiseFrom: day
      .optional()
      .describe(
        'The UTC day before which nothing new is raised, for bringing in history (docs/history.md). Without it everything may be raised.',
      ),
    factRetentionDays: wholeNumber(180, 3650)
      .default(730)
      .describe(
        'Days a fact is kept from its receipt. Less than 180, the reach of a fold, would change what was found.',
      ),
    logRetentionDays: number(`must be a period CloudWatch offers: ${logRetentionDays.join(', ')}`)
      .refine((chosen): chosen is RetentionDays => logRetentionDays.some((offered) => offered === chosen), {
        error: `must be a period CloudWatch offers: ${logRetentionDays.join(', ')}`,
      })
      .default(RetentionDays.ONE_MONTH)
      .describe("Days the functions' logs are kept."),
    jwtIssuer: text(
      /^(?:https:\/\/[^\s"'<>?#]{1,200}|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?(?:\/[^\s"'<>?#]{0,200})?)$/,
      'must be the address of an issuer of tokens, https://...',
    )
      .optional()
      .describe(
        'Who signs tokens for analysts (OpenID Connect), as in their claim `iss`; needs jwtAudience. Without it, callers sign with credentials of AWS (docs/dashboard.md). http only at localhost, for a run on this machine.',
      ),
    jwtAudience: claim.optional().describe('Whom the tokens are for: their claim `aud`, or `client_id`.'),
    jwtClientId: claim.optional().describe('The client that the page signs in as; without it, what jwtAudience says.'),
    jwtScopes: text(
      /^[\x21\x23-\x5b\x5d-\x7e]{1,200}(?: [\x21\x23-\x5b\x5d-\x7e]{1,200}){0,9}$/,
      'must be one to ten scopes with a space between them',
    )
      .optional()
      .describe(
        'What the page asks its issuer for besides `openid`, where tokens are for jwtAudience only then (docs/dashboard.md).',
      ),
    jwtRolesClaim: claim
      .default('roles')
      .describe('The claim that says what its bearer may do: one or more of reader, owner, lead, privacy.'),
    jwtTeamClaim: claim.default('team').describe('The claim that names the team of an owner, as owners.json has it.'),
    jwtNameClaim: claim
      .default('email')
      .describe('The claim with the name that histories of actions keep; where it is missing, `sub`.'),
    signInOrigin: text(/^https:\/\/[a-z\d.-]{1,200}(?::\d{1,5})?$/, 'must be an origin, https://host')
      .optional()
      .describe(
        'Where tokens are fetched, if that is another host than the issuer (of Amazon Cognito, the domain of the user pool): the page may talk to no other.',
      ),
    unitsPerDay: wholeNumber(3, 1_000_000_000)
      .default(1_000_000)
      .describe(
        'Units that Comprehend may bill in a UTC day; a text has at least 3, one for each 100 characters. The default is 100 dollars at the list price of 0.0001. What is over waits for the next day.',
      ),
    alarmTopicArn: text(
      /^arn:aws[a-z-]*:sns:[a-z\d-]+:\d{12}:[\w-]{1,256}$/,
      'must be the ARN of a standard SNS topic, arn:aws:sns:REGION:ACCOUNT:NAME',
    )
      .optional()
      .describe(
        'The topic that is told of every alarm, in the region of the stack; its policy, and its key if it has one, must let CloudWatch publish. Without it alarms only show their state.',
      ),
    runbookUrl: text(
      /^[^\s#"<>]{1,200}$/,
      'must be a path or an address of at most 200 characters, without # or spaces',
    )
      .default('lib/RUNBOOK.md')
      .describe('Where your team reads the runbook; alarms and dashboard link to its headings.'),
    oldestTextMinutes: wholeNumber(1, 1440)
      .default(15)
      .describe(
        'Minutes that a text, or a customer to look at, may wait before an alarm. The default is two tries that failed.',
      ),
    oldestFeedbackMinutes: wholeNumber(1, 5760)
      .default(60)
      .describe(
        'The same for surveys and reviews, whose figures are looked at by the day. History that is posted waits longer.',
      ),
    rejectsPerQuarterHour: wholeNumber(0, 1_000_000)
      .default(20)
      .describe('Messages of a queue that may be rejected in a quarter of an hour before an alarm.'),
    parkedTexts: wholeNumber(0, 1_000_000_000)
      .default(100)
      .describe('Texts that may wait to be scored, for three hours, before an alarm.'),
    exportDaily: yesOrNo
      .default(false)
      .describe('Whether what was found is written to a bucket of the stack each day (docs/export.md).'),
    exportTexts: yesOrNo
      .default(false)
      .describe('Whether the words of customers, redacted, are among what is written there.'),
  })
  .superRefine(({ jwtIssuer, jwtAudience, jwtClientId, jwtScopes, signInOrigin }, context) => {
    const lacks = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (jwtIssuer !== undefined && jwtAudience === undefined) lacks('jwtAudience', 'is needed beside jwtIssuer');
    if (jwtIssuer !== undefined) return;
    for (const [name, given] of Object.entries({ jwtAudience, jwtClientId, jwtScopes, signInOrigin }))
      if (given !== undefined) lacks(name, 'says nothing without jwtIssuer');
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

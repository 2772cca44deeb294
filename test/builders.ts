import { addBusinessHours } from '../functions/domain/actions/business-calendar.ts';
import { type Owners, parseOwners } from '../functions/domain/actions/owners.ts';
import { parseRates, type RatesFile } from '../functions/domain/calibration/hearing-rates.ts';
import type { Gap, GapKind } from '../functions/domain/gaps/gap.ts';
import { complaintModel } from '../functions/domain/hearing/model-version.ts';
import type { Reply } from '../functions/domain/hearing/reply.ts';
import { DAY, HOUR, type Instant, instantAt, plus } from '../functions/domain/instant.ts';
import { type Fact, factOf, factSortKey } from '../functions/domain/message/fact.ts';
import {
  FeedbackMessage,
  type Retraction,
  type ReviewMessage,
  type SurveyMessage,
  type TextMessage,
} from '../functions/domain/message/feedback-message.ts';
import type { Sentiment } from '../functions/domain/scoring/sentiment.ts';
import { foldStory, type StoryFold, type StoryInput } from '../functions/domain/story/story.ts';
import type { TallyRow } from '../functions/domain/touchpoints/tally-row.ts';
import { parseTaxonomy, type Taxonomy } from '../functions/domain/why/taxonomy.ts';
import officeOwners from './office-owners.json' with { type: 'json' };

/** A time in March 2026 by the clock in London, which is that of UTC until the 29th; the 2nd is a Monday. */
export const march = (day: number, clock = '10:00'): Instant => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return instantAt(Date.UTC(2026, 2, 1) + (day - 1) * DAY + (hours + minutes / 60) * HOUR);
};

/** The least time there is between two instants. */
export const MOMENT = 1;

/** Words that are heard the same with and without a sentiment; a test of this file's own holds them to it. */
export const words = {
  complaint: 'The food arrived late, cold and spilled all over the bag. Unacceptable.',
  praise: 'Lovely food, friendly driver, thank you!',
  question: 'Is the shop open on Sunday?',
  hollow: 'We are very sorry to hear this. We will look into it.',
  remedy: 'We have refunded your order in full.',
  other: 'Could you send us your order number, please?',
} as const;

const parsed = <Message>(fields: Message): FeedbackMessage => FeedbackMessage.parse(fields);

const told = { version: 1, revision: 0, retracted: false, occurredAt: march(2) } as const;
const place = { touchpoint: 'delivery', location: 'millfield' } as const;
const perfectText: TextMessage = {
  ...told,
  ...place,
  kind: 'text',
  source: 'sms-gateway',
  id: 't-1',
  customerId: 'ada',
  channel: 'sms',
  direction: 'inbound',
  body: words.complaint,
};
const perfectSurvey: SurveyMessage = {
  ...told,
  ...place,
  kind: 'survey',
  source: 'survey-tool',
  id: 's-1',
  customerId: 'ada',
  status: 'answered',
  metric: 'nps',
  score: 10,
};
const perfectReview: ReviewMessage = {
  ...told,
  ...place,
  kind: 'review',
  source: 'review-site',
  id: 'r-1',
  customerId: 'ada',
  rating: 5,
};

/** `undefined` takes a field away. */
type Override<Message> = { [Field in keyof Message]?: Message[Field] | undefined };

export const textMessage = (override: Override<TextMessage> = {}): FeedbackMessage =>
  parsed({ ...perfectText, ...override });
export const surveyMessage = (override: Override<SurveyMessage> = {}): FeedbackMessage =>
  parsed({ ...perfectSurvey, ...override });
export const reviewMessage = (override: Override<ReviewMessage> = {}): FeedbackMessage =>
  parsed({ ...perfectReview, ...override });

const inEnglish = (message: FeedbackMessage): Fact => factOf(message, 'en');

export const textFact = (override: Override<TextMessage> = {}): Fact => inEnglish(textMessage(override));
export const surveyFact = (override: Override<SurveyMessage> = {}): Fact => inEnglish(surveyMessage(override));
export const reviewFact = (override: Override<ReviewMessage> = {}): Fact => inEnglish(reviewMessage(override));

// A story in a few words: each step is a fact, named after its time where the story does not name it.

export const complains = (at: Instant, override: Override<TextMessage> = {}): Fact =>
  textFact({ id: `complaint ${at}`, occurredAt: at, ...override });

/** Says neither where nor about what: a reply that names nothing. */
export const replies = (at: Instant, how: Reply, override: Override<TextMessage> = {}): Fact =>
  textFact({
    id: `${how} reply ${at}`,
    occurredAt: at,
    direction: 'outbound',
    body: words[how],
    touchpoint: undefined,
    location: undefined,
    ...override,
  });

const survey =
  (status: SurveyMessage['status']) =>
  (at: Instant, override: Override<SurveyMessage> = {}): Fact =>
    surveyFact({ occurredAt: at, status, score: undefined, ...override });

export const invited = survey('invited');
export const held = survey('held');
export const bounced = survey('bounced');

/** 0 to 10; 9 and 10 are favourable. */
export const answers = (at: Instant, score?: number, comment?: string, override: Override<SurveyMessage> = {}): Fact =>
  surveyFact({ occurredAt: at, score, comment, ...override });

export const reviews = (at: Instant, rating: number, body?: string, override: Override<ReviewMessage> = {}): Fact =>
  reviewFact({ occurredAt: at, rating, body, ...override });

/** Upstream takes a fact back. */
export const withdraws = ({ message }: Fact, override: Override<Retraction> = {}): Fact => {
  const { kind, source, id, customerId, occurredAt, revision } = message;
  const status = message.kind === 'survey' ? { status: message.status } : {};
  return inEnglish(
    parsed({ kind, source, id, customerId, occurredAt, revision, retracted: true, ...status, ...override }),
  );
};

/** Upstream corrects a text. */
export const corrects = (fact: Fact, override: Override<TextMessage>): Fact =>
  inEnglish(parsed({ ...fact.message, revision: fact.message.revision + 1, ...override }));

/** How surely complaints are heard. */
export const rates: RatesFile = (() => {
  const sure = (value: number) => ({ value, low: value - 0.05, high: value + 0.05 });
  const file = parseRates({
    version: 1,
    model: complaintModel,
    measuredOn: { what: 'nobody', customers: 0, labelled: 0 },
    all: { sensitivity: sure(0.85), falsePositiveRate: sure(0.1), customers: 0, labelled: 0 },
    groups: [],
  });
  if (file.kind !== 'ok') throw new Error('the rates of these tests are not valid');
  return file.rates;
})();

/** Customers may expect a reply on working days from nine to five: `office-owners.json`. */
export const owners: Owners = (() => {
  const file = parseOwners(officeOwners);
  if (file.kind === 'invalid') throw new TypeError(file.problems.map(({ path }) => path).join());
  return file.owners;
})();

/** What complaints of these tests can be about. */
export const taxonomy: Taxonomy = (() => {
  const file = parseTaxonomy({
    version: 1,
    themes: [
      {
        id: 'waiting',
        name: 'Waiting',
        about: 'being late',
        phrases: { en: ['late', 'wait*', 'delay*'], de: ['zu spät'] },
      },
      { id: 'food', name: 'Food', about: 'what is eaten', phrases: { en: ['food', 'cold', 'meal*'] } },
      { id: 'staff', name: 'Staff', about: 'who serves', phrases: { en: ['driver', 'friendly', 'rude'] } },
    ],
  });
  if (file.kind === 'invalid') throw new TypeError(file.problems.map(({ path }) => path).join());
  return file.taxonomy;
})();

export const addWorkingHours = (from: Instant, hours: number): Instant => {
  const { office } = owners.calendars;
  if (!office) throw new TypeError('no calendar');
  return addBusinessHours(from, hours, office);
};

/** Long enough after everything for all that silence can decide to be decided, and before the matter is forgotten. */
const LATER = 30 * DAY;

/** What a scorer says that cannot tell: the words alone decide. */
export const undecided = (scorer = 'undecided-1'): Sentiment => ({
  label: 'neutral',
  scores: { negative: 0.25, neutral: 0.25, positive: 0.25, mixed: 0.25 },
  scorer,
});

const scored = (facts: readonly Fact[]): StoryInput['sentiments'] =>
  new Map(facts.map((fact) => [factSortKey(fact), undecided()]));

/** Folds the story of Ada, unless told otherwise, a month after its last fact. */
export const fold = (facts: readonly Fact[], override: Partial<StoryInput> = {}): StoryFold => {
  const last =
    facts
      .map(({ message }) => message.occurredAt)
      .sort()
      .at(-1) ?? march(1);
  return foldStory({
    story: 'customer#ada',
    facts,
    sentiments: scored(facts),
    asOf: plus(last, LATER),
    addWorkingHours,
    taxonomy,
    customerHash: 'hash-of-ada',
    ...override,
  });
};

/** Folds feedbacks of one interaction that nobody's name stands under. */
export const foldNameless = (facts: readonly Fact[]): StoryFold => {
  const last =
    facts
      .map(({ message }) => message.occurredAt)
      .sort()
      .at(-1) ?? march(1);
  return foldStory({
    story: facts[0]?.story ?? 'interaction#visit',
    facts,
    sentiments: scored(facts),
    asOf: plus(last, LATER),
    addWorkingHours,
    taxonomy,
  });
};

export const gapsOf = ({ gaps }: StoryFold, kind: GapKind): Gap[] => gaps.filter((gap) => gap.kind === kind);

/** Each turn of a story's gaps of a kind: `suspected 2026-03-02T12:00:00.000Z`. */
export const turnsOf = (story: StoryFold, kind: GapKind): string[] =>
  gapsOf(story, kind).flatMap(({ history }) => history.map(({ state, at }) => `${state} ${at}`));

export const perfectGap: Gap = {
  id: 'unanswered-1',
  kind: 'unanswered',
  scope: 'customer',
  touchpoint: 'delivery',
  location: 'millfield',
  customerId: 'ada',
  facts: ['text:sms-gateway:t-1'],
  state: 'open',
  openedAt: march(2, '14:00'),
  decidedBy: march(2, '10:00'),
  history: [{ state: 'open', at: march(2, '14:00') }],
  matterId: 'matter-1',
  confidence: 0.9,
};
export const gap = (override: Override<Gap> = {}): Gap =>
  Object.fromEntries(
    Object.entries({ ...perfectGap, ...override }).filter(([, value]) => value !== undefined),
  ) as unknown as Gap;

type Row<Kind extends TallyRow['kind']> = Extract<TallyRow, { kind: Kind }>;
/** A row stands in the morning of its day. */
const counted = ({ day = '2026-03-02' }: { day?: string }) => ({ ...place, day, at: `${day}T10:00:00.000Z` });

export const surveyRow = (override: Partial<Row<'survey'>> = {}): Row<'survey'> => ({
  ...counted(override),
  kind: 'survey',
  key: 'survey#survey-tool:s-1',
  metric: 'nps',
  class: 'top',
  stratum: 'no-complaint',
  wrote: false,
  held: false,
  bounced: false,
  ...override,
});
export const reviewRow = (override: Partial<Row<'review'>> = {}): Row<'review'> => ({
  ...counted(override),
  kind: 'review',
  key: 'review#review-site:r-1',
  class: 'top',
  ...override,
});
export const unscoredRow = (override: Partial<Row<'unscored'>> = {}): Row<'unscored'> => ({
  ...counted(override),
  kind: 'unscored',
  key: 'unscored-text#text:sms-gateway:t-1',
  ...override,
});
export const complaintRow = (override: Partial<Row<'complaint'>> = {}): Row<'complaint'> => ({
  ...counted(override),
  kind: 'complaint',
  key: 'complaint#text:sms-gateway:t-1',
  ...override,
});
export const wordsRow = (override: Partial<Row<'words'>> = {}): Row<'words'> => ({
  ...counted(override),
  kind: 'words',
  key: 'words#text:sms-gateway:t-1',
  worded: { language: 'en', channel: 'sms' },
  ...override,
});
export const noteRow = (override: Partial<Row<'note'>> = {}): Row<'note'> => ({
  ...counted(override),
  kind: 'note',
  key: 'note#text:shift-book:n-1',
  fact: 'text:shift-book:n-1',
  words: { speaker: 'story of the note', fact: '2026-03-02T10:00:00.000Z#n-1' },
  ...override,
});

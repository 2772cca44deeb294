import { pointsOf } from '../actions/priority.ts';
import type { ListedTouchpoint } from '../analysts/answers.ts';
import type { ActionEntry } from './action-entry.ts';
import type { CsvCell } from './csv.ts';
import type { FactEntry } from './fact-entry.ts';
import type { GapEntry } from './gap-entry.ts';

/** One column of a table that is made of entries. */
export interface Column<Entry> {
  /** In words that SQL takes without quotation marks. */
  name: string;
  meaning: string;
  /** Several values are told as one cell; `undefined` leaves it empty. */
  of(entry: Entry): CsvCell | readonly string[] | null | undefined;
}

/** Between the values of a cell that has several. Ids of themes and causes have none; a phrase or fact id hardly ever. */
export const BETWEEN_VALUES = ';';

const cellOf = (value: ReturnType<Column<never>['of']>): CsvCell => {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? value.join(BETWEEN_VALUES) : value;
};

/** The first record of a table. */
export const headOf = (columns: readonly Column<never>[]): string[] => columns.map(({ name }) => name);

/** An entry's record. */
export const cellsOf = <Entry>(columns: readonly Column<Entry>[], entry: Entry): CsvCell[] =>
  columns.map((column) => cellOf(column.of(entry)));

export const actionColumns: readonly Column<ActionEntry>[] = [
  { name: 'id', meaning: 'the same for the same matter or gap', of: ({ id }) => id },
  {
    name: 'kind',
    meaning: '`recover` a customer, `fix` a touchpoint, `ask` where too little is known',
    of: (a) => a.kind,
  },
  { name: 'title', meaning: 'what is to be done, in a line', of: ({ title }) => title },
  { name: 'team', meaning: 'its owner', of: ({ owner }) => owner.team },
  { name: 'contact', meaning: 'whom its owner is told by', of: ({ owner }) => owner.contact },
  { name: 'status', meaning: 'where it stands', of: ({ status }) => status },
  { name: 'priority', meaning: '`P1`, the most urgent, to `P4`', of: ({ priority }) => priority },
  {
    name: 'points',
    meaning: 'that it was decided from, 0 to 100: the five that follow',
    of: ({ parts }) => pointsOf(parts),
  },
  { name: 'severity_points', meaning: 'kind of gap, and how sure the complaint is', of: ({ parts }) => parts.severity },
  { name: 'customers_points', meaning: 'customers touched', of: ({ parts }) => parts.customers },
  {
    name: 'second_complaint_points',
    meaning: 'a second complaint soon after',
    of: ({ parts }) => parts.secondComplaint,
  },
  { name: 'hollow_apology_points', meaning: 'replies that mend nothing', of: ({ parts }) => parts.hollowApology },
  { name: 'confidence_points', meaning: 'how sure it is that the gap is there', of: ({ parts }) => parts.confidence },
  { name: 'opened_at', meaning: 'event time of the fact that decided it', of: ({ openedAt }) => openedAt },
  { name: 'raised_at', meaning: 'when it was raised', of: ({ raisedAt }) => raisedAt },
  { name: 'due_at', meaning: 'its deadline', of: ({ dueAt }) => dueAt },
  { name: 'touchpoint', meaning: 'where; empty where it is about no one place', of: ({ touchpoint }) => touchpoint },
  { name: 'location', meaning: 'of the touchpoint', of: ({ location }) => location },
  {
    name: 'customer_id',
    meaning: 'of a `recover`, as upstream calls the customer',
    of: ({ customerId }) => customerId,
  },
  { name: 'matter_id', meaning: 'of a `recover`, what the customer complains of', of: ({ matterId }) => matterId },
  { name: 'gap_ids', meaning: 'several; `id` of gaps', of: ({ gapIds }) => gapIds },
  { name: 'themes', meaning: 'several; ids of themes.json, of its gaps', of: ({ why }) => why?.themes },
  { name: 'causes', meaning: 'several; root causes, of its gaps', of: ({ why }) => why?.causes },
  { name: 'phrases', meaning: 'several; what it was told by', of: ({ why }) => why?.phrases },
  {
    name: 'brushed_off_a_month',
    meaning: 'of a dark corner, customers in 30 days',
    of: ({ impact }) => impact?.perMonth,
  },
  { name: 'brushed_off_shown', meaning: 'of these, those who answered', of: ({ impact }) => impact?.shown },
  { name: 'evidence', meaning: 'several; fact ids', of: ({ evidence }) => evidence },
  { name: 'version', meaning: 'counts changes', of: ({ version }) => version },
];

export const gapColumns: readonly Column<GapEntry>[] = [
  { name: 'id', meaning: 'the same for the same cause', of: ({ id }) => id },
  { name: 'kind', meaning: 'what was found: `unheard`, `dark-corner` and so on', of: ({ kind }) => kind },
  { name: 'scope', meaning: 'whose it is: `customer`, `cell`, `touchpoint` or `location`', of: ({ scope }) => scope },
  { name: 'state', meaning: '`suspected`, `open` or `cleared`', of: ({ state }) => state },
  { name: 'opened_at', meaning: 'event time at which it was first suspected or open', of: ({ openedAt }) => openedAt },
  { name: 'touchpoint', meaning: 'where; empty where it is over all', of: ({ touchpoint }) => touchpoint },
  { name: 'location', meaning: 'of the touchpoint', of: ({ location }) => location },
  { name: 'customer_id', meaning: 'of a customer’s gap, as upstream calls the customer', of: (gap) => gap.customerId },
  {
    name: 'size',
    meaning: 'of a dark corner points of net, of a surge customers beyond those expected',
    of: ({ size }) => size,
  },
  { name: 'low', meaning: 'lower end of the interval of `size`', of: ({ low }) => low },
  { name: 'high', meaning: 'upper end of the interval of `size`', of: ({ high }) => high },
  { name: 'q_value', meaning: 'false discovery rate at which it would just be told', of: ({ qValue }) => qValue },
  {
    name: 'brushed_off_a_month',
    meaning: 'of a dark corner, customers in 30 days',
    of: ({ impact }) => impact?.perMonth,
  },
  { name: 'brushed_off_shown', meaning: 'of these, those who answered', of: ({ impact }) => impact?.shown },
  { name: 'surge_days', meaning: 'of a surge, length of the span', of: ({ surge }) => surge?.days },
  {
    name: 'surge_customers',
    meaning: 'who complained in the span, a day, added up',
    of: ({ surge }) => surge?.customers,
  },
  { name: 'surge_expected', meaning: 'by its own history and weekdays', of: ({ surge }) => surge?.expected },
  {
    name: 'anchor_touchpoint',
    meaning: 'where over several cells, whose action it joins',
    of: (gap) => gap.anchor?.touchpoint,
  },
  { name: 'anchor_location', meaning: 'of that touchpoint', of: ({ anchor }) => anchor?.location },
  { name: 'themes', meaning: 'several; ids of themes.json', of: ({ why }) => why?.themes },
  { name: 'causes', meaning: 'several; root causes', of: ({ why }) => why?.causes },
  { name: 'phrases', meaning: 'several; what it was told by', of: ({ why }) => why?.phrases },
  { name: 'facts', meaning: 'several; the evidence, ids of facts in time order', of: ({ facts }) => facts },
];

const correctedOf = ({ adjusted }: ListedTouchpoint) => (adjusted && 'net' in adjusted ? adjusted : undefined);

export const touchpointColumns: readonly Column<ListedTouchpoint>[] = [
  { name: 'id', meaning: 'of the touchpoint at its location, for `/v1/touchpoints/{id}`', of: ({ id }) => id },
  { name: 'touchpoint', meaning: 'step of the journey', of: ({ touchpoint }) => touchpoint },
  { name: 'location', meaning: '`unattributed` where nobody told one', of: ({ location }) => location },
  { name: 'as_of', meaning: 'when it was summed up', of: ({ asOf }) => asOf },
  { name: 'metric', meaning: 'that most were asked; all scores here are of it', of: ({ surveyed }) => surveyed.metric },
  { name: 'surveyed_net', meaning: 'of the answers, -100 to 100', of: ({ surveyed }) => surveyed.net },
  { name: 'answers', meaning: 'with a score', of: ({ surveyed }) => surveyed.n },
  { name: 'invited', meaning: 'asked, held back, or answered unasked', of: ({ surveyed }) => surveyed.invited },
  { name: 'response_rate', meaning: '`answers` / `invited`', of: ({ surveyed }) => surveyed.responseRate },
  {
    name: 'adjusted_net',
    meaning: 'corrected for silence; empty where too little is known',
    of: (t) => correctedOf(t)?.net,
  },
  { name: 'adjusted_low', meaning: 'lower end of its 90 % interval', of: (t) => correctedOf(t)?.low },
  { name: 'adjusted_high', meaning: 'upper end of its 90 % interval', of: (t) => correctedOf(t)?.high },
  { name: 'worst_net', meaning: 'were all the silent unhappy', of: (t) => correctedOf(t)?.worst },
  {
    name: 'middle_net',
    meaning: 'were the silent complainers unhappy and the others like the answers',
    of: (t) => correctedOf(t)?.middle,
  },
  { name: 'best_net', meaning: 'were all the silent happy', of: (t) => correctedOf(t)?.best },
  {
    name: 'method',
    meaning: '`silence`, or `complaints-per-answer` where no invitations are known',
    of: (t) => correctedOf(t)?.method,
  },
  {
    name: 'answers_needed',
    meaning: 'where too little is known, how many would be enough',
    of: ({ adjusted }) => (adjusted && 'needed' in adjusted ? adjusted.needed : undefined),
  },
  { name: 'hidden_points', meaning: 'points of net that silence hides, of all metrics', of: ({ gap }) => gap?.points },
  { name: 'hidden_low', meaning: 'lower end of its 90 % interval', of: ({ gap }) => gap?.low },
  { name: 'hidden_high', meaning: 'upper end of its 90 % interval', of: ({ gap }) => gap?.high },
  { name: 'q_value', meaning: 'false discovery rate at which it would just be told', of: ({ gap }) => gap?.qValue },
  {
    name: 'brushed_off_a_month',
    meaning: 'before they were asked, customers in 30 days',
    of: ({ impact }) => impact?.perMonth,
  },
  { name: 'brushed_off_shown', meaning: 'of these, those who answered', of: ({ impact }) => impact?.shown },
  {
    name: 'complaining_customers',
    meaning: 'distinct, who complained unasked',
    of: ({ complaints }) => complaints.customers,
  },
  {
    name: 'complained_before_share',
    meaning: 'of the invited, those who had complained before',
    of: ({ complaints }) => complaints.share,
  },
  { name: 'reviews_net', meaning: 'of reviews, -100 to 100', of: ({ reviews }) => reviews.net },
  { name: 'reviews', meaning: 'with a score', of: ({ reviews }) => reviews.n },
  { name: 'themes', meaning: 'several; what most complaints are about, at most three', of: ({ themes }) => themes },
];

/** Of facts there are no words here; `textColumn` has them. */
export const factColumns: readonly Column<FactEntry>[] = [
  { name: 'fact', meaning: 'fact id, as gaps and actions quote it', of: ({ fact }) => fact },
  { name: 'kind', meaning: '`survey`, `text` or `review`', of: ({ kind }) => kind },
  { name: 'source', meaning: 'system that it came from', of: ({ source }) => source },
  { name: 'id', meaning: 'as that system calls it', of: ({ id }) => id },
  { name: 'status', meaning: 'of a survey: `invited`, `answered`, `bounced` or `held`', of: ({ status }) => status },
  { name: 'revision', meaning: 'of a correction', of: ({ revision }) => revision },
  {
    name: 'retracted',
    meaning: '`true` where upstream withdrew the feedback',
    of: ({ retracted }) => retracted && 'true',
  },
  { name: 'occurred_at', meaning: 'when it happened', of: ({ occurredAt }) => occurredAt },
  { name: 'customer_id', meaning: 'as upstream calls the customer', of: ({ customerId }) => customerId },
  {
    name: 'touchpoint',
    meaning: 'its own, or that of its interaction or customer, else `unattributed`',
    of: (f) => f.touchpoint,
  },
  { name: 'location', meaning: 'of the touchpoint', of: ({ location }) => location },
  {
    name: 'language',
    meaning: 'as told, else as detected; `und` where nobody can tell',
    of: ({ language }) => language,
  },
  { name: 'score_class', meaning: '`top`, `middle` or `bottom` of its scale', of: ({ scoreClass }) => scoreClass },
  {
    name: 'sentiment_state',
    meaning: '`scored`, `unscored`, or `none` where a customer wrote nothing',
    of: (f) => f.sentiment.state,
  },
  {
    name: 'sentiment',
    meaning: '`negative`, `neutral`, `positive` or `mixed`',
    of: ({ sentiment }) => sentiment.label,
  },
  { name: 'negative', meaning: 'probability, 0 to 1', of: ({ sentiment }) => sentiment.scores?.negative },
  { name: 'neutral', meaning: 'probability, 0 to 1', of: ({ sentiment }) => sentiment.scores?.neutral },
  { name: 'positive', meaning: 'probability, 0 to 1', of: ({ sentiment }) => sentiment.scores?.positive },
  { name: 'mixed', meaning: 'probability, 0 to 1', of: ({ sentiment }) => sentiment.scores?.mixed },
  { name: 'scorer', meaning: 'who scored the words', of: ({ sentiment }) => sentiment.scorer },
  { name: 'complaint', meaning: '`yes`, `no` or `unsure`', of: ({ complaint }) => complaint.label },
  { name: 'complaint_probability', meaning: '0 to 1', of: ({ complaint }) => complaint.probability },
  {
    name: 'contradiction',
    meaning: 'probability that score and words disagree, where there are both',
    of: (f) => f.contradiction,
  },
  { name: 'reply', meaning: 'of our own replies: `hollow`, `remedy` or `other`', of: ({ reply }) => reply },
  { name: 'themes', meaning: 'several; ids of themes.json', of: ({ themes }) => themes },
  { name: 'causes', meaning: 'several; root causes, by the words', of: ({ causes }) => causes },
];

/** Beside the columns of facts where words are asked for. */
export const textColumn: Column<{ text?: string | undefined }> = {
  name: 'text',
  meaning: 'what the customer wrote, redacted; empty where they wrote nothing',
  of: ({ text }) => text,
};

/** What can lie behind a complaint, in the order in which it is told. */
export const rootCauses = [
  'unowned',
  'silo',
  'broken-promise',
  'no-human',
  'excluding-design',
  'process-over-empathy',
  'cost-cutting',
  'outdated',
  'defect',
] as const;

export type RootCause = (typeof rootCauses)[number];

/** ISO 639-1 codes of the languages whose complaints can be told apart. */
export const causeLanguages = ['en', 'de', 'es', 'fr', 'it', 'pt'] as const;

export type CauseLanguage = (typeof causeLanguages)[number];

/** Phrases as phrases.ts reads them, parted by commas or line ends; `#` stands for a number in digits or words. */
export type Phrasing = Readonly<Partial<Record<CauseLanguage, string>>>;

/** A rule holds for a sentence that says one of `any`, one of `with` if there are such, and none of `unless`. */
export interface CauseRule {
  id: string;
  /** For whoever asks why: one sentence, as in RULES.md. */
  says: string;
  any: Phrasing;
  /** A language that is missing here needs no such company. */
  with?: Phrasing;
  unless?: Phrasing;
  /** A denial shortly before a phrase of `any` takes it back: "not rude", "no queue". */
  deniable?: true;
}

export interface CauseSheet {
  cause: RootCause;
  /** The definition, in one sentence. */
  means: string;
  rules: readonly CauseRule[];
}

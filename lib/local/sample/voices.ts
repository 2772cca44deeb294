import type { Mood, Touchpoint, Words } from './journey.ts';
import { abroadWords, type ForeignLanguage } from './voices-abroad.ts';
import {
  appLoginWords,
  billingWords,
  loginCodeComplaints,
  onboardingWords,
  supportCallWords,
} from './voices-account.ts';
import { deliveryWords, millfieldComplaints } from './voices-delivery.ts';
import { checkoutWords, returnsWords, storeVisitWords } from './voices-shop.ts';

/** One thing that a customer says; `language` where it is not English. */
export interface Voice {
  words: string;
  language?: ForeignLanguage;
}

const english: Readonly<Record<Touchpoint, Words>> = {
  delivery: deliveryWords,
  checkout: checkoutWords,
  billing: billingWords,
  'support-call': supportCallWords,
  'store-visit': storeVisitWords,
  'app-login': appLoginWords,
  returns: returnsWords,
  onboarding: onboardingWords,
};

/** What customers say of a touchpoint in a mood, all languages. */
export const voicesOf = (touchpoint: Touchpoint, mood: Mood): Voice[] => [
  ...english[touchpoint][mood].map((words) => ({ words })),
  ...abroadWords
    .filter((said) => said.touchpoint === touchpoint && said.mood === mood)
    .map(({ words, language }) => ({ words, language })),
];

/** Everything the sample's customers say outside of the stories told by name. */
export const allCustomerWords = (): string[] => [
  ...Object.values(english).flatMap((words) => [...words.complaint, ...words.praise, ...words.neutral]),
  ...millfieldComplaints,
  ...loginCodeComplaints,
  ...abroadWords.map((said) => said.words),
];

export const reviewTitles: Words = {
  complaint: ['Never again', 'Used to be good', 'Not for that money', 'Let down', 'Think twice', 'Meh'],
  praise: ['Well worth it', 'My regulars', 'A little luxury', 'Could not be happier', 'Top marks', 'A find'],
  neutral: ['All right', 'Middling', 'Does the job', 'Somewhere in between'],
};

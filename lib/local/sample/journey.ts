/** The journey of a customer of Fennel & Rye, a company made up for the sample. */
export type Touchpoint =
  | 'delivery'
  | 'checkout'
  | 'billing'
  | 'support-call'
  | 'store-visit'
  | 'app-login'
  | 'returns'
  | 'onboarding';

/** Three shops, each with its round of delivery, and the online shop. */
export type Location = 'Northgate' | 'Harbour Street' | 'Millfield' | 'Online';

export type Mood = 'complaint' | 'praise' | 'neutral';
export type Words = Readonly<Record<Mood, readonly string[]>>;

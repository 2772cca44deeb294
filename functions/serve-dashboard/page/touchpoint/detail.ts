import type { AnswerOf } from '../api.ts';
import type { Gap } from '../scores.ts';

export type Detail = AnswerOf<'touchpoint'>;

/** The dark corner that is open at this very touchpoint and location. */
export const openCorner = ({ gaps }: Detail): Gap | undefined =>
  gaps.find(({ kind, scope, state }) => kind === 'dark-corner' && scope === 'cell' && state === 'open');

/** Names of themes are ids: words with hyphens. */
export const themeName = (id: string): string => id.replaceAll('-', ' ');

import { svg } from '../dom.ts';
import type { Moment } from './beats.ts';

type Mark = Moment['kind'] | 'hollow' | 'remedy';

/**
 * What each moment is marked by, in a square of 20: who complains a filled diamond, who writes a filled circle, words only an
 * empty ring, a remedy a ring with a tick, a question a square, silence three dots, what was found the corner of the product.
 */
const shapes: Record<Mark, readonly (readonly [cls: string, d: string])[]> = {
  complaint: [['filled', 'M10 1 19 10 10 19 1 10z']],
  message: [['filled', 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14']],
  review: [['filled', 'm10 1 2.6 6 6.4.6-4.9 4.2 1.5 6.4-5.6-3.4-5.6 3.4 1.5-6.4L1 7.6 7.4 7z']],
  answer: [['filled', 'M3 3h14v14H3z']],
  invitation: [
    ['drawn', 'M3.5 3.5h13v13h-13z'],
    ['filled', 'M7.4 8.2a2.6 2.6 0 1 1 3.6 2.4v1.4H9v-2.6h.6a1 1 0 1 0-.7-1.2zM9 13h2v2H9z'],
  ],
  held: [['drawn', 'M3.5 3.5h13v13h-13zM8 7v6M12 7v6']],
  bounced: [['drawn', 'M3.5 3.5h13v13h-13zM7 7l6 6M13 7l-6 6']],
  reply: [['drawn', 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M7 10h6']],
  hollow: [['drawn', 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13']],
  remedy: [['drawn', 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M7 10.2l2.2 2.2L13.2 8']],
  note: [['drawn', 'M5 3.5h10v13H5zM7.5 8h5M7.5 11.5h5']],
  silence: [['filled', 'M2 8.5h3v3H2zM8.5 8.5h3v3h-3zM15 8.5h3v3h-3z']],
  gap: [
    ['drawn', 'M3.5 3.5h13v13h-13z'],
    ['filled', 'M6 17 17 6v11z'],
  ],
  action: [['filled', 'M6 3h2v14H6zM8 4h8l-2 3 2 3H8z']],
};

const markOf = ({ kind, reply }: Moment): Mark =>
  kind === 'reply' && (reply === 'hollow' || reply === 'remedy') ? reply : kind;

/** Of every kind of moment a shape of its own; the words beside it say the same. */
export const mark = (moment: Moment): SVGElement => {
  const name = markOf(moment);
  return svg(
    'svg',
    { class: `mark ${name}`, viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    svg('path', { class: 'mark-ground', d: 'M10-1a11 11 0 1 1 0 22 11 11 0 0 1 0-22' }),
    shapes[name].map(([cls, d]) => svg('path', { class: cls, d })),
  );
};

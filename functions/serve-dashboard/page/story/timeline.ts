import { type Child, h, redraw } from '../dom.ts';
import { placeName } from '../place.ts';
import { atTime } from '../time.ts';
import { words } from '../words.ts';
import { type Beat, beatsOf, type Moment, sideOf } from './beats.ts';
import { mark } from './marks.ts';
import { aboutOf, detailsOf, whatOf } from './moment.ts';

/** What was written, by fact. */
export type Written = ReadonlyMap<string, string>;

/** A story as a line from top to bottom: the customer on one side, we on the other. */
export interface Timeline {
  element: HTMLElement;
  /** Puts what was written beside the moments at which it was; `undefined` while it is not known. */
  tell(written: Written | undefined): void;
  /** Facts whose words have a place here. */
  facts: ReadonlySet<string>;
}

const placeOf = ({ touchpoint, location }: Moment): string | undefined =>
  touchpoint === undefined ? undefined : placeName({ touchpoint, location });

/**
 * Draws a story.
 *
 * @param home the place it is about, which need not be told at every moment
 */
export const timeline = (moments: readonly Moment[], now: string, home?: string): Timeline => {
  const slots = new Map<string, HTMLElement>();
  let told = home;

  /** Where it happened, where that is another place than before. */
  const elsewhere = (moment: Moment): string | undefined => {
    const place = moment.kind === 'gap' || moment.kind === 'action' ? undefined : placeOf(moment);
    if (place === undefined || place === told) return undefined;
    told = place;
    return place;
  };

  const slotOf = ({ fact, kind }: Moment): Child => {
    if (fact === undefined || kind === 'silence' || kind === 'invitation') return undefined;
    const slot = h('div', { class: 'words' });
    slots.set(fact, slot);
    return slot;
  };

  const momentBeat = (moment: Moment, times: number, until: string | undefined): HTMLElement => {
    const side = sideOf(moment);
    const { story } = words;
    const more = [...detailsOf(moment), elsewhere(moment)].filter((part) => part !== undefined).join(', ');
    return h(
      'li',
      { class: `beat ${side}` },
      mark(moment),
      h(
        'div',
        { class: 'told' },
        h('p', { class: 'when' }, `${story.who[side]} · `, h('time', { datetime: moment.at }, atTime(moment.at))),
        h('p', { class: 'what' }, h('b', {}, whatOf(moment)), more && `, ${more}`),
        until && h('p', { class: 'small soft' }, story.times(times, atTime(until))),
        moment.action?.reason && h('q', { class: 'small', dir: 'auto' }, moment.action.reason),
        slotOf(moment),
        aboutOf(moment).map((about) => h('p', { class: 'small soft' }, about)),
      ),
    );
  };

  const quietBeat = (days: number, isOpen: boolean): HTMLElement =>
    h(
      'li',
      { class: 'beat quiet' },
      h('p', {}, isOpen ? words.story.quietSoFar(days) : words.story.quietBetween(days)),
    );

  const drawn = (beat: Beat): HTMLElement =>
    beat.kind === 'quiet' ? quietBeat(beat.days, beat.isOpen) : momentBeat(beat.moment, beat.times, beat.until);

  const isOfCustomer = moments.some((moment) => sideOf(moment) === 'customer');
  const beats = beatsOf(moments, now);
  return {
    element:
      beats.length === 0
        ? h('p', { class: 'empty' }, words.story.none)
        : h('ol', { class: `story plain${isOfCustomer ? '' : ' one-sided'}` }, beats.map(drawn)),
    tell: (written) => {
      for (const [fact, slot] of slots) {
        const text = written?.get(fact);
        redraw(slot, text !== undefined && h('blockquote', { class: 'quote', dir: 'auto' }, h('p', {}, text)));
      }
    },
    facts: new Set(slots.keys()),
  };
};

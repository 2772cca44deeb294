import { h } from '../dom.ts';
import { placeName } from '../place.ts';
import type { OpenScreen } from '../screen.ts';
import { coveragePart } from '../touchpoint/coverage-part.ts';
import { notesPart } from '../touchpoint/notes.ts';
import { openPart } from '../touchpoint/open-part.ts';
import { lede, scoresPart } from '../touchpoint/scores-part.ts';
import { trendPart } from '../touchpoint/trend-part.ts';
import { whyPart } from '../touchpoint/why-part.ts';

/** What is told here changes with the daily look, and with what people do: a minute is soon enough. */
const LOOKS_BETWEEN = 12;

/** One touchpoint at its location: both scores, how they went, why, who is not heard, and what is done. */
export const openTouchpoint: OpenScreen = async (app, [id = '']) => {
  const read = () => app.api.call('touchpoint', { path: { id }, signal: app.signal });
  const detail = await read();
  const notes = h('div', {}, notesPart(app, detail));
  const isWriting = () =>
    [...notes.querySelectorAll('input')].some(({ value, defaultValue }) => value !== defaultValue);
  let looks = 0;
  return {
    title: placeName(detail),
    body: [
      lede(detail),
      scoresPart(detail),
      openPart(detail, app.now()),
      whyPart(detail),
      trendPart(detail, app.signal),
      notes,
      coveragePart(detail),
    ],
    look: async () => {
      looks += 1;
      if (looks % LOOKS_BETWEEN !== 0) return;
      const now = await read();
      // Nobody's half-written note is taken from under their hands; the next look may draw it.
      if (JSON.stringify(now) !== JSON.stringify(detail) && !isWriting()) await app.refresh();
    },
  };
};

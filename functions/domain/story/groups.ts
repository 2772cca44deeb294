import { millis } from '../instant.ts';
import { isStaffNote } from '../message/fact.ts';
import type { Group, Writing } from '../touchpoints/tally-row.ts';
import { type HeardFact, isUnprompted } from './heard-fact.ts';
import type { Invitation } from './invitations.ts';
import { MATTER_LASTS } from './matters.ts';

/** Code points of a name; attributes may have 256, and a day's item keeps a dozen names of each kind. */
const LONGEST_NAME = 64;

const UNKNOWN = 'und';

const nameOf = (told = ''): string | undefined => {
  const name = [...told.trim()].slice(0, LONGEST_NAME).join('').trim();
  return name === '' ? undefined : name;
};

const baseOf = (language = UNKNOWN): string => language.split('-')[0]?.toLowerCase() ?? UNKNOWN;

const isKnown = (language: string): boolean => language !== UNKNOWN;

/** Where a customer's words were written, and in what language. */
export const writingOf = ({ fact }: HeardFact): Writing => ({
  channel: fact.message.kind === 'text' ? fact.message.channel : fact.message.kind,
  language: baseOf(fact.language),
});

const attributeOf = ({ fact: { message } }: HeardFact, name: 'channel' | 'segment'): string | undefined =>
  isStaffNote(message) ? undefined : nameOf(message.attributes?.[name]);

const known = ({ language, channel, segment }: { [Name in keyof Group]: string | undefined }): Group => ({
  ...(language && { language }),
  ...(channel && { channel }),
  ...(segment && { segment }),
});

/** The groups that a story's invitations and words are counted in. */
export interface Groups {
  /** Absent where nothing is known. */
  ofAsked(invitation: Invitation): { group?: Group };
  ofWords(heard: HeardFact): Group;
}

/**
 * COVERAGE-1: whoever is asked is counted by what was known before: from the answer itself, or from what came later, those
 * who speak would be better known than those who stay silent, and seem to answer more often.
 *
 * @param heard of one story, oldest first
 */
export const groupsIn = (heard: readonly HeardFact[]): Groups => {
  const segmented = heard.filter((one) => attributeOf(one, 'segment') !== undefined);
  const segmentOf = (one: HeardFact): string | undefined => {
    const newest = segmented.findLast(({ at }) => at < one.at);
    return attributeOf(one, 'segment') ?? (newest && attributeOf(newest, 'segment'));
  };
  return {
    ofAsked: ({ first, at }) => {
      const said = heard.filter((one) => one.complaint && one.at < at);
      const spoke = said.map((one) => writingOf(one).language).findLast(isKnown);
      const told = [baseOf(first.fact.message.language)].find(isKnown);
      const wrote = said.findLast((one) => isUnprompted(one) && millis(at) - millis(one.at) <= MATTER_LASTS);
      const group = known({
        language: spoke ?? told,
        channel: wrote ? writingOf(wrote).channel : attributeOf(first, 'channel')?.toLowerCase(),
        segment: segmentOf(first),
      });
      return Object.keys(group).length === 0 ? {} : { group };
    },
    ofWords: (one) => known({ ...writingOf(one), segment: segmentOf(one) }),
  };
};

import { byWhom } from '../actions/meanwhile.ts';
import { causeNames, themeNames } from '../actions/standing.ts';
import { whole } from '../figures.ts';
import { words } from '../words.ts';
import type { Moment } from './beats.ts';

/** What happened, in a line. */
export const whatOf = ({ kind, reply, silence, gap, action }: Moment): string => {
  const { story } = words;
  if (kind === 'reply') return story.reply[reply ?? 'other'];
  if (kind === 'silence') return silence ? story.silence[silence] : '';
  if (kind === 'gap') return gap ? story.gap[gap.state](words.names.gapKind[gap.kind]) : '';
  if (kind === 'action') return action ? story.change(action.change, byWhom(action.by)) : '';
  return story[kind];
};

const isChannel = (channel: string): channel is keyof typeof words.story.channel =>
  Object.hasOwn(words.story.channel, channel);

/** By what way it came; of what we asked, what for. */
const wayOf = ({ kind, feedback, channel }: Moment): string | undefined => {
  if (channel !== undefined) return isChannel(channel) ? words.story.channel[channel] : channel;
  if (kind !== 'complaint') return undefined;
  return feedback === 'survey' ? words.story.inAnswer : feedback === 'review' ? words.story.inReview : undefined;
};

const scoreOf = ({ metric, score, scoreClass }: Moment): string | undefined => {
  if (metric === undefined) return undefined;
  const name = words.score.metrics[metric];
  if (score === undefined) return name;
  const told = words.story.score(name, whole(score));
  return scoreClass ? `${told}, ${words.story.scoreClass[scoreClass]}` : told;
};

/** What else is known of it, but what was written. */
export const detailsOf = (moment: Moment): string[] =>
  [wayOf(moment), moment.kind === 'silence' ? undefined : scoreOf(moment)].filter((part) => part !== undefined);

/** What the customer speaks of, and what lies behind it. */
export const aboutOf = ({ themes, causes }: Moment): string[] => [
  ...(themes ? [words.story.about(themeNames(themes))] : []),
  ...(causes ? [words.story.because(causeNames(causes))] : []),
];

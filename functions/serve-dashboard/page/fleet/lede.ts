import { type Child, figured, h } from '../dom.ts';
import { about, net, whole } from '../figures.ts';
import { words } from '../words.ts';
import type { Situation } from './situation.ts';

const { situation: told } = words.fleet;

type Told = Extract<Situation, { kind: 'told' }>;

const cornersTold = ({ darkCorners, hidden }: Told): string => {
  if (darkCorners === 0) return told.none;
  const [corners, n] = [whole(darkCorners), darkCorners];
  return hidden
    ? told.corners(n, corners, about(hidden.perMonth), about(hidden.shown))
    : told.cornersUntold(n, corners);
};

/** The situation in one sentence, and what it rests on. */
export const lede = (situation: Situation): Child => {
  if (situation.kind === 'nothing') return h('p', { class: 'lede' }, told.nothing);
  const { touchpoints, darkCorners } = situation;
  if (situation.kind === 'untold') {
    const dark = darkCorners > 0 && [' ', figured(told.untoldDark(whole(darkCorners)))];
    return h('p', { class: 'lede' }, figured(told.untold(whole(touchpoints))), dark);
  }
  const { metric, compared } = situation;
  const scores = told.scores(net(situation.surveyed), net(situation.corrected));
  const metricName = metric ? words.score.metrics[metric] : words.fleet.table.axis;
  return [
    h('p', { class: 'lede' }, figured(scores + cornersTold(situation))),
    h('p', { class: 'small soft' }, told.restsOn(metricName, whole(compared), whole(touchpoints))),
  ];
};

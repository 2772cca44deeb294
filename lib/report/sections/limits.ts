import { lives } from '../../../functions/domain/gaps/life-of-a-gap.ts';
import { ENOUGH_ANSWERS, WIDEST } from '../../../functions/domain/silence/compare-metric.ts';
import { ANSWER_SHARE } from '../../../functions/domain/silence/complaints-per-answer.ts';
import { UNSEEN_TILT } from '../../../functions/domain/silence/corrected-net.ts';
import { FALSE_DISCOVERY_RATE, LEAST_POINTS } from '../../../functions/domain/silence/dark.ts';
import { WAITED_SHARE } from '../../../functions/domain/silence/evidence.ts';
import { FALSE_DISCOVERIES, LEAST_CUSTOMERS, LEAST_RATIO, SPANS } from '../../../functions/domain/silence/surge.ts';
import { type Told, WEAK_POINTS } from '../cells.ts';
import { type Html, html } from '../escape.ts';
import { counted, percent, roughly, whole } from '../numbers.ts';

const { 'dark-corner': corner, surge } = lives;

/** Of how many one is expected to be chance at a false discovery rate. */
const oneIn = (rate: number): string => `1 in ${whole(1 / rate)}`;

const looks = (n: number): string => counted(n, 'look');

/** How much less often the unfavourable answer than the favourable at one standard deviation of the tilt: `exp(-2 t)`, by its definition. */
const TILTED = 1 - Math.exp(-2 * UNSEEN_TILT);

/** Of `silent unhappy` in docs/study.md: how often the unhappy who never complain answer, and how many of ten intervals hold the truth. */
export const SILENT_UNHAPPY = { answering: 0.4, held: 8 };

/** What the figures mean, what they rest on, and what no figure here can know. */
export const limits = ({ summary }: Told): Html => html`<section id="limits">
<h2>How to read this, and what it cannot see</h2>
<div class="prose">
<h3>How to read it</h3>
<dl>
<dt>Net score</dt><dd>100 × (share of favourable scores − share of unfavourable ones), from −100 to 100. Favourable and unfavourable by the metric’s own scale: 9 and 10 against 0 to 6 of an NPS question, 4 and 5 against 1 and 2 of five stars.</dd>
<dt>Feedbacks accepted</dt><dd>Those posted that fit the contract, each once. Those later than the as-of time are accepted and not folded: no figure here holds them.</dd>
<dt>Surveyed</dt><dd>The net score of those who answered. It is the number on everybody’s dashboard.</dd>
<dt>Corrected</dt><dd>What it would be had all the invited answered. The invited are parted by what happened before they were asked: no complaint, a complaint that was put right, a complaint that was brushed off. Each part counts as much as it is of the invited, not of the answers, with the net of those of it who did answer, drawn to all touchpoints’ where they are few.</dd>
<dt>Points hidden</dt><dd>How much better the answers look than the invited are, because who was brushed off answers less. It is not the surveyed less the corrected score: that difference holds chance as well. Below 0, the answers look worse than the invited are.</dd>
<dt>90 % interval</dt><dd>Were the period drawn again and again under these assumptions, nine of ten such intervals would hold the truth. It includes how well complaints are heard.</dd>
<dt>Worst, middle, best</dt><dd>Worst and best need no assumption: the score if every silent customer is unhappy, and if every one is happy. The middle assumes that the silent who had complained are unhappy, and the other silent like those who answered.</dd>
<dt>q, false discovery rate</dt><dd>Of all dark corners told at q of ${FALSE_DISCOVERY_RATE.toFixed(2)} and below at most about ${oneIn(FALSE_DISCOVERY_RATE)} is expected to be chance, over all touchpoints compared. At least ${whole(LEAST_POINTS)} points must be hidden. It is looked once a day: a dark corner is suspected when it is found, opens when found at ${whole(corner.found)} of ${looks(corner.of)}, and closes after ${looks(corner.clearsAfter)} without. What is told of it is of the last daily look; <code>openedAt</code> in <code>gaps.json</code> is when it was first suspected.</dd>
<dt>Surge</dt><dd>Distinct customers a day who complain unasked, over the last ${SPANS.slice(0, -1).join(', ')} and ${SPANS.at(-1) ?? ''} days, against the touchpoint’s own history and weekdays; at least ${whole(LEAST_CUSTOMERS)} customers and ${roughly(LEAST_RATIO)} times as many as expected, and at most about ${oneIn(FALSE_DISCOVERIES)} told by chance. It is told at ${surge.found === 1 ? 'the first look' : looks(surge.found)} and closes after ${looks(surge.clearsAfter)} without. Who complains on two days counts twice.</dd>
<dt>Too few answers</dt><dd>Fewer than ${whole(ENOUGH_ANSWERS)}, of which no score is told at all, or so few that the interval is wider than ${whole(WIDEST)} points. How many would be enough is told.</dd>
<dt>Answers waited for</dt><dd>Silence is told of invitations that are older than ${percent(WAITED_SHARE)} of all answers take to come; a younger one is not silent yet.</dd>
<dt>Complaints per answer</dt><dd>Where nobody told who was invited, the complaints for each answer, unasked or beside a favourable score, are held against those of all touchpoints. Where they come unasked ${percent(ANSWER_SHARE)} of the customers are taken to answer. It tells where it is dark better than by how many points; worst and best are the whole scale. Its q is that of complaints which differ from the fleet’s average, not more.</dd>
<dt>Openly weak</dt><dd>A surveyed score ${whole(WEAK_POINTS)} points or more below the middle of its metric, the net that half of all answers come from touchpoints of or above, and below it beyond chance. The surveys themselves say that something is wrong there. A dark corner may be weak in the open too, and hide more beneath.</dd>
</dl>
<h3>What it rests on</h3>
<ul>
<li>Within each part the silent are like those who answered. If even the silent who never complained are unhappier than those who answered, the corrected score is still too high.</li>
<li>Complaints are heard by a machine that misses some and makes up others. How often was measured, and is allowed for; where your customers write differently, it is off.</li>
<li>All that is said of themes and causes describes complaints. An effect of a theme is an association among those who wrote words beside a score, within touchpoints: it does not prove that the theme moved the score.</li>
<li>Themes, causes and quotes describe a touchpoint that was found by its silence; they are no second proof.</li>
</ul>
<h3>What it cannot see</h3>
<ul>
<li><b>Those who neither complain nor answer.</b> Nothing here knows what they think. The interval allows for a little of it: that of those alike in what they said, the unhappy answer about ${percent(TILTED)} less often than the happy, or more often. It does not allow for much: in simulated companies where the unhappy who do not complain answer only ${SILENT_UNHAPPY.answering} times as often as others, the intervals fail, ${SILENT_UNHAPPY.held} of 10 hold the truth, and only worst and best hold it always.</li>
<li>Complaints made where this system is not connected: at a counter, in another inbox, to friends.</li>
<li>Touchpoints and groups with too few answers. They are listed, not judged.</li>
<li>${summary.unscored === 0 ? 'Words without sentiment: none in this period.' : html`Words without sentiment: ${counted(summary.unscored, 'feedback')} of ${whole(summary.accepted)}. They wait, and count as nothing until they are scored.`}</li>
<li>A dark corner not found is no proof that there is none.</li>
</ul>
</div>
</section>`;

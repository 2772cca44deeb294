import type { Told } from '../cells.ts';
import { type Html, html } from '../escape.ts';
import { counted, whole } from '../numbers.ts';

/** What the figures mean, what they rest on, and what no figure here can know. */
export const limits = ({ summary }: Told): Html => html`<section id="limits">
<h2>How to read this, and what it cannot see</h2>
<div class="prose">
<h3>How to read it</h3>
<dl>
<dt>Net score</dt><dd>100 × (share of favourable scores − share of unfavourable ones), from −100 to 100. Favourable and unfavourable by the metric’s own scale: 9 and 10 against 0 to 6 of an NPS question, 4 and 5 against 1 and 2 of five stars.</dd>
<dt>Surveyed</dt><dd>The net score of those who answered. It is the number on everybody’s dashboard.</dd>
<dt>Corrected</dt><dd>What it would be had all the invited answered. The invited are parted by what happened before they were asked: no complaint, a complaint that was put right, a complaint that was brushed off. Each part counts as much as it is of the invited, not of the answers, with the net of those of it who did answer, drawn to all touchpoints’ where they are few.</dd>
<dt>Points hidden</dt><dd>How much better the answers look than the invited are, because who was brushed off answers less. It is not the surveyed less the corrected score: that difference holds chance as well. Below 0, the answers look worse than the invited are.</dd>
<dt>90 % interval</dt><dd>Were the period drawn again and again under these assumptions, nine of ten such intervals would hold the truth. It includes how well complaints are heard.</dd>
<dt>Worst, middle, best</dt><dd>What needs no assumption: the score if every silent customer is unhappy, if only the silent who had complained are, if every one is happy.</dd>
<dt>q, false discovery rate</dt><dd>Of all dark corners told at q of 0.10 and below about one in ten is expected to be chance, over all touchpoints compared. At least 5 points must be hidden. One opens after two of three days and closes after seven without.</dd>
<dt>Complaints per answer</dt><dd>Where nobody told who was invited, the complaints for each answer are held against those of all touchpoints. This is weaker; the table names the touchpoints.</dd>
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
<li><b>Those who neither complain nor answer.</b> Nothing here knows what they think; worst and best are all that can be said.</li>
<li>Complaints made where this system is not connected: at a counter, in another inbox, to friends.</li>
<li>Touchpoints with too few answers. They are listed, not judged.</li>
<li>${summary.unscored === 0 ? 'Words without sentiment: none in this period.' : html`Words without sentiment: ${counted(summary.unscored, 'feedback')} of ${whole(summary.accepted)}. They wait, and count as nothing until they are scored.`}</li>
<li>A dark corner not found is no proof that there is none.</li>
</ul>
</div>
</section>`;

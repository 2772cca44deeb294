import { ANSWER_SHARE } from '../../../functions/domain/silence/complaints-per-answer.ts';
import { isByComplaints, isCompared, type ReportCell } from '../cells.ts';
import { type Html, html } from '../escape.ts';
import { counted, percent, whole } from '../numbers.ts';

/** What is known, and what is not, where nobody told who was invited. */
export const byComplaints = (cells: readonly ReportCell[]): Html | false => {
  const compared = cells.filter(isCompared);
  const blind = compared.filter(({ entry }) => isByComplaints(entry)).length;
  return (
    blind > 0 &&
    html`<p class="warning"><b>${blind === compared.length ? 'Nobody told who was invited, so that no silence is known.' : `At ${whole(blind)} of the ${counted(compared.length, 'touchpoint')} compared nobody told who was invited: there no silence is known.`}</b> Dark then means that for each answer more customers complain than elsewhere, unasked or in their own words beside a favourable score. Each complaint beyond the usual counts as a customer whom the score does not show; where complaints come unasked, ${percent(ANSWER_SHARE)} of the customers are taken to answer. Trust the order rather than the points: worst and best are the whole scale.</p>`
  );
};

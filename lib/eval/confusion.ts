/** How a decision stands against what people said: rows are what was meant, columns what was decided. */
export class Confusion<Meant extends string, Decided extends string> {
  readonly #counts = new Map<string, number>();
  readonly meant: readonly Meant[];
  readonly decided: readonly Decided[];

  constructor(meant: readonly Meant[], decided: readonly Decided[]) {
    this.meant = meant;
    this.decided = decided;
  }

  add(meant: Meant, decided: Decided): void {
    const key = `${meant} ${decided}`;
    this.#counts.set(key, this.count(meant, decided) + 1);
  }

  count(meant: Meant, decided: Decided): number {
    return this.#counts.get(`${meant} ${decided}`) ?? 0;
  }

  row(meant: Meant): number {
    return this.decided.reduce((sum, decided) => sum + this.count(meant, decided), 0);
  }

  /** Share of what was meant so that was decided so, 0 to 1; `undefined` where there is none. */
  rate(meant: Meant, decided: Decided): number | undefined {
    const all = this.row(meant);
    return all === 0 ? undefined : this.count(meant, decided) / all;
  }
}

/** Area under the ROC curve: the chance that one that is so scores higher than one that is not; ties count half. */
export const areaUnderCurve = (pairs: readonly { is: boolean; score: number }[]): number | undefined => {
  const sorted = [...pairs].sort((a, b) => a.score - b.score);
  let ranks = 0;
  let positives = 0;
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (end < sorted.length && sorted[end]?.score === sorted[i]?.score) end++;
    // Tied scores share the mean of their ranks, counted from 1.
    const inTie = sorted.slice(i, end).filter(({ is }) => is).length;
    ranks += (inTie * (i + 1 + end)) / 2;
    positives += inTie;
    i = end;
  }
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
};

/** Precision, recall and F1 of labels of which an item may have several. */
export interface LabelFigures {
  label: string;
  meant: number;
  told: number;
  right: number;
}

export const labelFigures = (
  labels: readonly string[],
  items: readonly { meant: readonly string[]; told: readonly string[] }[],
): LabelFigures[] =>
  labels.map((label) => ({
    label,
    meant: items.filter(({ meant }) => meant.includes(label)).length,
    told: items.filter(({ told }) => told.includes(label)).length,
    right: items.filter(({ meant, told }) => meant.includes(label) && told.includes(label)).length,
  }));

/** F1 of all labels together, each counted as often as it is given. */
export const microF1 = (figures: readonly LabelFigures[]): number => {
  const sum = (of: (figure: LabelFigures) => number) => figures.reduce((total, figure) => total + of(figure), 0);
  const given = sum(({ meant, told }) => meant + told);
  return given === 0 ? 0 : (2 * sum(({ right }) => right)) / given;
};

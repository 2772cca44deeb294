/** Insertions, deletions, replacements and swaps of neighbours that make one word of the other (optimal string alignment). */
const distance = (a: string, b: string): number => {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const at = (di: number, dj: number): number => (di === 0 ? row[j - dj] : rows[i - di]?.[j - dj]) ?? Infinity;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(2, 2) + 1 : Infinity;
      row.push(Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (same ? 0 : 1), swapped));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? Infinity;
};

/** A slip of the hand changes half of a word at most. */
const isSlip = (given: string, known: string, changes: number): boolean =>
  changes <= Math.max(1, Math.floor(Math.max(given.length, known.length) / 2));

/** The known word that was most likely meant; `undefined` where none is near. The start of one is near: `--win`. */
export const nearest = (given: string, known: readonly string[]): string | undefined => {
  const [best] = known
    .map((word) => ({ word, changes: given.length > 1 && word.startsWith(given) ? 0 : distance(given, word) }))
    .sort((a, b) => a.changes - b.changes);
  return best && isSlip(given, best.word, best.changes) ? best.word : undefined;
};

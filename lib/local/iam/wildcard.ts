const compiled = new Map<string, RegExp>();

/** A pattern of a policy, in which `*` stands for any text and `?` for any one character. */
const regularExpression = (pattern: string): RegExp => {
  const known = compiled.get(pattern);
  if (known) return known;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const made = new RegExp(`^${source}$`, 's');
  compiled.set(pattern, made);
  return made;
};

/** Whether a text fits a pattern; case counts. */
export const fitsPattern = (pattern: string, text: string): boolean =>
  pattern === '*' || pattern === text || (/[*?]/.test(pattern) && regularExpression(pattern).test(text));

/** Whether an action fits a pattern; case does not count (IAM user guide, "IAM JSON policy elements: Action"). */
export const fitsAction = (pattern: string, action: string): boolean =>
  fitsPattern(pattern.toLowerCase(), action.toLowerCase());

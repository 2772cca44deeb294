/**
 * The contract itself is two deep, a message and an object in it; the rest is room for fields that it does not know. A
 * bound, so that nothing that walks a message can be made to run out of stack.
 */
export const MAX_DEPTH = 16;

/**
 * Whether the objects and lists of a JSON text lie inside one another more than `depth` deep. Reads the text once, before it
 * is parsed; a text that is no JSON is judged by its brackets outside of quotes.
 */
export const nestsDeeper = (json: string, depth: number): boolean => {
  let open = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const c = json.charAt(i);
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '{' || c === '[') {
      if (++open > depth) return true;
    } else if (c === '}' || c === ']') open--;
  }
  return false;
};

/** What a part of the page is made of; nothing is left out silently, so that `condition && part` can be written in place. */
export type Child = Node | string | number | false | undefined | null | readonly Child[];

type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

const SVG = 'http://www.w3.org/2000/svg';

const append = (parent: Element, child: Child): void => {
  if (child === false || child === undefined || child === null) return;
  if (typeof child === 'string' || typeof child === 'number') parent.append(String(child));
  else if (child instanceof Node) parent.append(child);
  else for (const one of child) append(parent, one);
};

const furnish = <E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) append(element, child);
  return element;
};

/**
 * Makes an element. Text only ever comes in as text: nothing that a customer wrote can become markup.
 *
 * @param attributes `class`, `href`, `aria-label`...; `true` sets one without a value, `false` and `undefined` leave it out,
 * a function listens to the event of that name
 */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => furnish(document.createElement(tag), attributes, children);

/** The same of a drawing. */
export const svg = <Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] => furnish(document.createElementNS(SVG, tag), attributes, children);

/** Text of words.ts in which the figures that count stand between asterisks. */
export const figured = (text: string): Child[] =>
  text.split('*').map((piece, i) => (i % 2 === 1 ? h('b', {}, piece) : piece));

/** Draws what an element holds anew; focus stays on what bears the same id. */
export const redraw = (parent: Element, ...children: readonly Child[]): void => {
  const focused = parent.contains(document.activeElement) ? document.activeElement?.id : undefined;
  parent.replaceChildren();
  append(parent, children);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
};

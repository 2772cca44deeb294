import { type Child, h } from '../dom.ts';
import { words } from '../words.ts';

/** What stands before somebody who is not let in yet. */
export const door = (why: string, way: Child): HTMLElement =>
  h('section', { class: 'door' }, h('h2', {}, words.product), h('p', { class: 'lede' }, why), way);

/** Of a deployment that lets people in by tokens. */
export const signInDoor = (why: string, signIn: () => void): HTMLElement =>
  door(why, h('button', { class: 'button first', type: 'button', click: signIn }, words.frame.signIn));

/** Of one that lets in whoever signs requests, which a browser cannot by itself. */
export const proxyDoor = (): HTMLElement => door(words.signIn.byProxy, h('code', {}, words.signIn.proxyCommand));

import { h } from '../dom.ts';
import type { OpenScreen } from '../screen.ts';
import { words } from '../words.ts';

/** One touchpoint at its location. */
export const openTouchpoint: OpenScreen = async () => ({ title: words.touchpoint.title, body: h('p') });

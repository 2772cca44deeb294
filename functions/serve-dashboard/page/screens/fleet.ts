import { h } from '../dom.ts';
import type { OpenScreen } from '../screen.ts';
import { words } from '../words.ts';

/** All touchpoints at a glance. */
export const openFleet: OpenScreen = async () => ({ title: words.fleet.title, body: h('p') });

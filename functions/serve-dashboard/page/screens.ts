import type { OpenScreen } from './screen.ts';
import { openFleet } from './screens/fleet.ts';
import { openTouchpoint } from './screens/touchpoint.ts';

/** What the first part of an address opens. */
export const screens: Record<string, OpenScreen> = {
  '': openFleet,
  touchpoint: openTouchpoint,
};

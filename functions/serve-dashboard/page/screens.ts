import type { OpenScreen } from './screen.ts';
import { openAction } from './screens/action.ts';
import { openBoard } from './screens/board.ts';
import { openCustomer } from './screens/customer.ts';
import { openFleet } from './screens/fleet.ts';
import { openTouchpoint } from './screens/touchpoint.ts';

/** What the first part of an address opens. */
export const screens: Record<string, OpenScreen> = {
  '': openFleet,
  touchpoint: openTouchpoint,
  actions: openBoard,
  action: openAction,
  customer: openCustomer,
};

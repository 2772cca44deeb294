import type * as z from 'zod';
import { Annotation, NewAnnotation } from './annotation.ts';
import {
  ActionDetail,
  ActionsPage,
  Annotations,
  CustomerStory,
  ErasureReceipt,
  GapsPage,
  HoldsChecked,
  HoldsPage,
  Me,
  TouchpointDetail,
  TouchpointsPage,
  WeekSummary,
  Words,
} from './answers.ts';
import {
  ActionCommand,
  ActionsAsked,
  ActionsCsvAsked,
  AnnotationsAsked,
  GapsAsked,
  GapsCsvAsked,
  HoldsAsked,
  HoldsToCheck,
  NewErasure,
  StoryAsked,
  TouchpointsAsked,
  TouchpointsCsvAsked,
  WeekAsked,
} from './asked.ts';
import type { Role } from './caller.ts';
import { type Path, paths, type RouteName } from './paths.ts';

/** What a route takes, answers and needs. One table for the gateway, the handler, the page and the OpenAPI document. */
export interface Route extends Path {
  summary: string;
  /** Any of these may; whether this very action is theirs is decided with the action. */
  roles: readonly Role[];
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Status of a success. */
  status: 200 | 201 | 202 | 204;
  /** Absent where nothing is answered. */
  answer?: z.ZodType;
  /** Left out, JSON. */
  csv?: true;
}

const everybody: readonly Role[] = ['reader', 'owner', 'lead', 'privacy'];
const workers: readonly Role[] = ['owner', 'lead'];
const privacy: readonly Role[] = ['privacy'];

export const routes = {
  me: {
    ...paths.me,
    summary: 'Who is asking, and what they may do',
    roles: everybody,
    status: 200,
    answer: Me,
  },
  actions: {
    ...paths.actions,
    summary: 'Actions, a page at a time, in the order of one index',
    roles: everybody,
    query: ActionsAsked,
    status: 200,
    answer: ActionsPage,
  },
  actionsCsv: {
    ...paths.actionsCsv,
    summary: 'The same as CSV; the header `next-cursor` has the cursor of the next page',
    roles: everybody,
    query: ActionsCsvAsked,
    status: 200,
    csv: true,
  },
  action: {
    ...paths.action,
    summary: 'One action with its gaps, its story and its history',
    roles: everybody,
    status: 200,
    answer: ActionDetail,
  },
  actionWords: {
    ...paths.actionWords,
    summary: 'What customer and staff wrote in the story of an action; of an owner, of their own actions',
    roles: ['owner', 'lead', 'privacy'],
    status: 200,
    answer: Words,
  },
  changeAction: {
    ...paths.changeAction,
    summary: 'Changes an action as it was seen; of an owner, one of their own',
    roles: workers,
    body: ActionCommand,
    status: 200,
    answer: ActionDetail,
  },
  touchpoints: {
    ...paths.touchpoints,
    summary: 'Touchpoints at their locations with both scores, in no order that means anything',
    roles: everybody,
    query: TouchpointsAsked,
    status: 200,
    answer: TouchpointsPage,
  },
  touchpointsCsv: {
    ...paths.touchpointsCsv,
    summary: 'The same as CSV; the header `next-cursor` has the cursor of the next page',
    roles: everybody,
    query: TouchpointsCsvAsked,
    status: 200,
    csv: true,
  },
  touchpoint: {
    ...paths.touchpoint,
    summary: 'One touchpoint with bounds, trend, reasons with quotes, coverage, gaps and actions',
    roles: everybody,
    status: 200,
    answer: TouchpointDetail,
  },
  gaps: {
    ...paths.gaps,
    summary: 'Gaps of a kind in a state, the oldest first',
    roles: everybody,
    query: GapsAsked,
    status: 200,
    answer: GapsPage,
  },
  gapsCsv: {
    ...paths.gapsCsv,
    summary: 'The same as CSV; the header `next-cursor` has the cursor of the next page',
    roles: everybody,
    query: GapsCsvAsked,
    status: 200,
    csv: true,
  },
  week: {
    ...paths.week,
    summary: 'A week in five lines',
    roles: everybody,
    query: WeekAsked,
    status: 200,
    answer: WeekSummary,
  },
  annotations: {
    ...paths.annotations,
    summary: 'What people noted beside the figures: of a place, and what is about all',
    roles: everybody,
    query: AnnotationsAsked,
    status: 200,
    answer: Annotations,
  },
  annotate: {
    ...paths.annotate,
    summary: 'Notes something beside the figures',
    roles: workers,
    body: NewAnnotation,
    status: 201,
    answer: Annotation,
  },
  removeAnnotation: {
    ...paths.removeAnnotation,
    summary: 'Takes a remark away; of an owner, one of their own',
    roles: workers,
    status: 204,
  },
  holds: {
    ...paths.holds,
    summary: 'Survey holds in the order in which they were last written',
    roles: everybody,
    query: HoldsAsked,
    status: 200,
    answer: HoldsPage,
  },
  checkHolds: {
    ...paths.checkHolds,
    summary: 'Whether customers are not to be asked just now',
    roles: everybody,
    body: HoldsToCheck,
    status: 200,
    answer: HoldsChecked,
  },
  story: {
    ...paths.story,
    summary: 'A customer’s whole story with their words',
    roles: privacy,
    query: StoryAsked,
    status: 200,
    answer: CustomerStory,
  },
  erase: {
    ...paths.erase,
    summary: 'Asks for a customer to be erased; asking again answers the same receipt',
    roles: privacy,
    body: NewErasure,
    status: 202,
    answer: ErasureReceipt,
  },
  erasure: {
    ...paths.erasure,
    summary: 'What became of an erasure',
    roles: privacy,
    status: 200,
    answer: ErasureReceipt,
  },
} as const satisfies Record<RouteName, Route>;

/** As API Gateway tells a function which route was taken: `GET /v1/actions/{id}`. */
export const routeKeyOf = ({ method, path }: Path): string => `${method} ${path}`;

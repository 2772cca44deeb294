/** How a route is called. */
export interface Path {
  method: 'GET' | 'POST' | 'DELETE';
  /** As API Gateway writes it; parameters of the path in braces. */
  path: `/v1/${string}`;
}

/** Of all routes, by name. Apart from what they take and answer, as the page needs no more and is kept small. */
export const paths = {
  me: { method: 'GET', path: '/v1/me' },
  actions: { method: 'GET', path: '/v1/actions' },
  actionsCsv: { method: 'GET', path: '/v1/actions.csv' },
  action: { method: 'GET', path: '/v1/actions/{id}' },
  // Not under the action: in a policy of IAM the star behind `/v1/actions/` would take it in.
  actionWords: { method: 'GET', path: '/v1/words/{id}' },
  changeAction: { method: 'POST', path: '/v1/actions/{id}/changes' },
  touchpoints: { method: 'GET', path: '/v1/touchpoints' },
  touchpointsCsv: { method: 'GET', path: '/v1/touchpoints.csv' },
  touchpoint: { method: 'GET', path: '/v1/touchpoints/{id}' },
  gaps: { method: 'GET', path: '/v1/gaps' },
  gapsCsv: { method: 'GET', path: '/v1/gaps.csv' },
  week: { method: 'GET', path: '/v1/week' },
  annotations: { method: 'GET', path: '/v1/annotations' },
  annotate: { method: 'POST', path: '/v1/annotations' },
  removeAnnotation: { method: 'DELETE', path: '/v1/annotations/{id}' },
  holds: { method: 'GET', path: '/v1/holds' },
  checkHolds: { method: 'POST', path: '/v1/holds/check' },
  story: { method: 'GET', path: '/v1/story' },
  erase: { method: 'POST', path: '/v1/erasures' },
  erasure: { method: 'GET', path: '/v1/erasures/{receipt}' },
} as const satisfies Record<string, Path>;

export type RouteName = keyof typeof paths;

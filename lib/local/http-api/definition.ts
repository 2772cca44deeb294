/** Who is let in to a route: by a signature of AWS, by a token of an issuer, or whoever comes. */
export type Authorization =
  | { kind: 'none' }
  | { kind: 'iam' }
  | { kind: 'jwt'; issuer: string; audience: readonly string[] };

/** A route of an HTTP API. */
export interface RouteDefinition {
  /** `GET /v1/actions/{id}`. */
  key: string;
  method: string;
  /** Of the path, a parameter in braces. */
  segments: readonly string[];
  authorization: Authorization;
  /** ARN of the function that answers. */
  functionArn: string;
}

/** An HTTP API of API Gateway with its one stage, `$default`. */
export interface ApiDefinition {
  logicalId: string;
  routes: RouteDefinition[];
}

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** An item as it goes over the wire: each value under its type. */
export type WireItem = Record<string, AttributeValue>;

/** DynamoDB refuses a number nearer to 0 (API reference, "Data types"); there are chances that small. */
const LEAST_MAGNITUDE = 1e-130;

/** Takes a number that is refused for being too small as the 0 that it is to everybody who reads it. */
const storable = (value: AttributeValue): void => {
  if (value.M) for (const one of Object.values(value.M)) storable(one);
  else if (value.L) for (const one of value.L) storable(one);
  else if (value.N?.includes('e-') && Math.abs(Number(value.N)) < LEAST_MAGNITUDE) value.N = '0';
};

/**
 * Items pass through the client as plain objects. The document client does the same, but by a second chain of middleware
 * around each call, which costs a tenth of it.
 */
export const wireOf = (item: Record<string, unknown>): WireItem => {
  // Without the second, an attribute that upstream names "constructor" makes its message an unknown class instance.
  const wire = marshall(item, { removeUndefinedValues: true, convertClassInstanceToMap: true });
  for (const value of Object.values(wire)) storable(value);
  return wire;
};

/** What came over the wire, as a plain object. */
export const plainOf = (wire: WireItem): Record<string, unknown> => unmarshall(wire);

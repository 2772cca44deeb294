/**
 * Bytes that DynamoDB counts of a value: text by its UTF-8 bytes, numbers by a byte for each two digits and one more, lists and maps 3
 * bytes and one for each entry, `true`, `false` and null one (developer guide, "Item sizes and formats").
 */
const valueBytes = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 1 + Math.ceil(String(Math.abs(value)).replace(/[.e+-]/g, '').length / 2);
  if (value === null || typeof value !== 'object') return 1;
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + valueBytes(one), 3);
  return 3 + Object.entries(value).reduce((sum, entry) => sum + 1 + attributeBytes(entry), 0);
};

const attributeBytes = ([name, value]: [string, unknown]): number =>
  value === undefined ? 0 : Buffer.byteLength(name) + valueBytes(value);

/** Bytes that DynamoDB counts of an item: its attributes' names and values. */
export const itemBytes = (item: Readonly<Record<string, unknown>>): number =>
  Object.entries(item).reduce((sum, entry) => sum + attributeBytes(entry), 0);

/**
 * A strong read counts a unit for each 4 KB begun, one that may be late half of that, a write one for each KB begun; each at
 * least one (developer guide, capacity units).
 */
export const readUnits = (bytes: number, isStrong = true): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (isStrong ? 1 : 0.5);
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

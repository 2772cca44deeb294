/** Where in the page somebody is: `#/actions?team=Delivery` is the path `['actions']` and the team. Kept behind the hash, no server learns of it. */
export interface Address {
  path: readonly string[];
  query: URLSearchParams;
}

/** What somebody mistyped by hand names no place, and is kept as it is. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not written by `linkTo`; whoever looks it up finds nothing.
    return part;
  }
};

/** Reads the part of an address behind its hash. */
export const addressOf = (hash: string): Address => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { path: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(query) };
};

/** The link to a place in the page; what is empty or `undefined` in the query is left out. */
export const linkTo = (path: readonly string[], query: Record<string, string | undefined> = {}): string => {
  const given = Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]));
  const asked = new URLSearchParams(given).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${asked ? `?${asked}` : ''}`;
};

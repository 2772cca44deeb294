/** What a store was asked for, in items: reads by what came back, writes by what was handed in; each call at least one. */
export interface Traffic {
  reads: number;
  writes: number;
}

const READS = new Set([
  'alreadyScored',
  'correctionsOf',
  'addressesOf',
  'among',
  'since',
  'page',
  'story',
  'states',
  'actions',
  'gap',
  'changes',
  'rows',
  'days',
  'summaries',
  'until',
]);

const sizeOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.length;
  if (value instanceof Set || value instanceof Map) return value.size;
  if (typeof value === 'object' && value !== null && 'facts' in value) return sizeOf(value.facts);
  return 1;
};

type Call = (...args: unknown[]) => unknown;

/** Counts what goes through ports; what is neither of the tables nor a queue of ours is left out. */
export const counted = <Ports extends object>(ports: Ports, traffic: Traffic): Ports => {
  const port = (whole: object): object =>
    new Proxy(whole, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property);
        const name = String(property);
        if (typeof value !== 'function') return value;
        const call: Call = value.bind(target);
        if (!READS.has(name)) {
          return (...args: unknown[]) => {
            traffic.writes += sizeOf(args[0]);
            return call(...args);
          };
        }
        return async (...args: unknown[]) => {
          let handed = 0;
          const last = args.at(-1);
          const counting = (page: unknown[]) => {
            handed += page.length;
            return (last as Call)(page);
          };
          const answer = await call(...(typeof last === 'function' ? [...args.slice(0, -1), counting] : args));
          // A batch of keys costs a read a key, found or not.
          traffic.reads += Math.max(1, handed, sizeOf(answer), Array.isArray(args[0]) ? args[0].length : 0);
          return answer;
        };
      },
    });
  const skipped = new Set(['owners', 'scorer', 'customers']);
  return Object.fromEntries(
    Object.entries(ports).map(([name, value]) =>
      typeof value === 'object' && value !== null && !skipped.has(name) ? [name, port(value)] : [name, value],
    ),
  ) as Ports;
};

/** Where a process dies: at which of its calls, and whether that one still took effect. */
export interface Death {
  /** Counting from 0; never, where there are fewer calls. */
  call: number;
  when: 'before' | 'after';
}

export const never: Death = { call: Number.POSITIVE_INFINITY, when: 'before' };

type Call = (...args: unknown[]) => unknown;

/** Hands ports to a process that is held up at one of its calls, while something else happens. */
export const heldUp = <Ports extends object>(ports: Ports, at: number, meanwhile: () => Promise<unknown>): Ports => {
  let made = 0;
  const port = (whole: object): object =>
    new Proxy(whole, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          if (made++ === at) await meanwhile();
          return value.apply(target, args);
        };
      },
    });
  const held = ([name, value]: [string, unknown]): [string, unknown] =>
    typeof value === 'object' && value !== null && name !== 'owners' ? [name, port(value)] : [name, value];
  return Object.fromEntries(Object.entries(ports).map(held)) as Ports;
};

/**
 * Hands ports to a process that may die: from its death on nothing takes effect any more.
 *
 * @returns the ports, and the calls that took effect, as `port.method`
 */
export const mortal = <Ports extends object>(ports: Ports, death: Death = never): { ports: Ports; calls: string[] } => {
  const calls: string[] = [];
  let made = 0;
  const guarded = (name: string, call: Call): Call => {
    return async (...args) => {
      const number = made++;
      if (number > death.call || (number === death.call && death.when === 'before')) throw new Error('dead');
      calls.push(name);
      const answer = await call(...args);
      if (made > death.call) throw new Error('dead');
      return answer;
    };
  };
  const port = (portName: string, whole: object): object =>
    new Proxy(whole, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? guarded(`${portName}.${String(name)}`, value.bind(target)) : value;
      },
    });
  const guard = ([name, value]: [string, unknown]): [string, unknown] =>
    typeof value === 'object' && value !== null && name !== 'owners' ? [name, port(name, value)] : [name, value];
  return { ports: Object.fromEntries(Object.entries(ports).map(guard)) as Ports, calls };
};

import type { FunctionDefinition, RuleDefinition, ScheduleDefinition } from '../definitions.ts';
import type { Authorize } from '../endpoint.ts';
import type { Place } from '../resource-identity.ts';
import type { StackResources } from '../resources.ts';
import { type Access, makeCatalogue } from './catalogue.ts';
import type { Context } from './condition.ts';
import type { Caller, Denial } from './denial.ts';
import { type Policies, policyOn } from './policies.ts';
import type { Statement } from './statement.ts';
import { type Bearing, bearingOn, decide, type Principal, trusts } from './verdict.ts';

/** A call that was asked about: under which role, and what. */
export interface Call {
  role: string;
  action: string;
  resource: string;
}

/** Asks the policies of a stack before each call. */
export interface Gate {
  /** For what comes over the endpoint. */
  authorize: Authorize;
  /** For what the machinery of AWS does under a function's role. Answers the denial, or nothing where it may. */
  asFunction(fn: FunctionDefinition, access: Access): Denial | undefined;
  /** For what EventBridge Scheduler does under a schedule's role; it must be let take that on first. */
  asSchedule(schedule: ScheduleDefinition, access: Access): Denial | undefined;
  /** For what EventBridge does for a rule. It has no role: only what it calls can let it in, by naming the rule. */
  asRule(rule: RuleDefinition, access: Access): Denial | undefined;
  /**
   * For a route of an HTTP API that somebody signs a request to; also who AWS would say that they are. It is nobody's fault
   * in the stack where they may not: no denial is kept.
   */
  asSigner(accessKeyId: string, access: Access): { allowed: boolean; userArn: string };
  /** Under the policies now in force: what was refused, each refusal once. */
  readonly denials: readonly Denial[];
  /** Under the policies now in force: what the roles of the stack called, allowed or not, each call once. */
  calls(): Call[];
  /** Puts other policies in force, and forgets what was asked before. */
  exchange(policies: Policies): void;
}

export interface GateParts {
  policies: Policies;
  stack: Pick<StackResources, 'functions' | 'tables'>;
  place: Place;
  /** Told of each denial once. */
  onDenied(denial: Denial): void;
}

interface Known {
  caller: Caller;
  principal: Principal;
  /** What was found to bear on an action on a resource, and its verdict where that is the same for every request. */
  asked: Map<
    string,
    { action: string; resource: string; bearing: Bearing; denial?: Denial | undefined; told: boolean }
  >;
}

/** An administrator of the account: allowed everything that no policy of a resource forbids. */
const everything: Statement[] = [{ effect: 'Allow', actions: ['*'], resources: ['*'], principals: [], conditions: [] }];

export const makeGate = ({ policies: first, stack, place, onDenied }: GateParts): Gate => {
  const { accountId, region } = place;
  let policies = first;
  let catalogue: ReturnType<typeof makeCatalogue>;
  let callers = new Map<string, Known>();
  let denials: Denial[] = [];
  const roleNames = new Map(stack.functions.map((fn) => [fn.logicalId, fn.roleArn]));

  const userArn = (name: string): string => `arn:aws:iam::${accountId}:user/${name}`;

  const roleOf = (arn: string | undefined) => [...policies.roles.values()].find((role) => role.arn === arn);

  const enforce = (next: Policies): void => {
    policies = next;
    const keys = [...next.resources].filter(([, { kind }]) => kind === 'key').map(([arn]) => arn);
    catalogue = makeCatalogue(place, { tables: stack.tables, keys });
    callers = new Map();
    denials = [];
  };
  enforce(first);

  const remembered = (kind: Caller['kind'], name: string, make: () => Omit<Known, 'asked'>): Known => {
    const key = `${kind} ${name}`;
    const before = callers.get(key);
    if (before) return before;
    const made: Known = { ...make(), asked: new Map() };
    callers.set(key, made);
    return made;
  };

  const known = (kind: Caller['kind'], name: string, roleArn: string | undefined): Known =>
    remembered(kind, name, () => {
      const role = roleOf(roleArn);
      const principal: Principal = {
        kind: 'AWS',
        arn: role?.arn ?? userArn(name),
        accountId,
        statements: kind === 'administrator' ? everything : (role?.statements ?? []),
      };
      return { caller: { kind, name, ...(role ? { role: role.logicalId } : {}) }, principal };
    });

  const serviceOf = (arn: string): Principal => ({ kind: 'Service', arn, accountId, statements: [] });

  /** The loopback address counts as TLS: nobody can listen there, and the policies that demand it are to be met. */
  const contextOf = ({ kind, arn }: Principal, request: Context = () => undefined): Context => {
    const standing: Record<string, string> = {
      'aws:securetransport': 'true',
      ...(kind === 'AWS' ? { 'aws:principalarn': arn, 'aws:principalaccount': accountId } : {}),
    };
    return (key) => (key in standing ? [standing[key] ?? ''] : request(key));
  };

  /** What a policy sees of a service of AWS that asks: for whose resource, of which account. */
  const onBehalfOf = (arn: string): Context => {
    const source: Record<string, string> = { 'aws:sourceaccount': accountId, 'aws:sourcearn': arn };
    return (key) => (key in source ? [source[key] ?? ''] : undefined);
  };

  const tell = (denial: Denial): Denial => {
    denials.push(denial);
    onDenied(denial);
    return denial;
  };

  /** A user's own ARN, a service's name, or the ARN of a session under the role, as AWS names who was refused. */
  const userOf = ({ caller, principal }: Known): string =>
    caller.kind === 'administrator' || caller.kind === 'user' || principal.kind === 'Service'
      ? principal.arn
      : `arn:aws:sts::${accountId}:assumed-role/${principal.arn.split('/').at(-1)}/${caller.name}`;

  const denialOf = (who: Known, { action, resource, context }: Access, bearing: Bearing): Denial | undefined => {
    const verdict = decide(bearing, action, contextOf(who.principal, context));
    if (verdict.kind === 'allowed') return undefined;
    const message = `User: ${userOf(who)} is not authorized to perform: ${action} on resource: ${resource} ${verdict.because}`;
    return { caller: who.caller, action, resource, reason: verdict.reason, message };
  };

  const ask = (who: Known, access: Access): Denial | undefined => {
    const { action, resource } = access;
    const key = `${action} ${resource}`;
    const before = who.asked.get(key);
    if (before && !before.bearing.varies) return before.denial;
    const bearing =
      before?.bearing ?? bearingOn({ principal: who.principal, action, resource }, policyOn(policies, resource));
    const denial = denialOf(who, access, bearing);
    const asked = before ?? { action, resource, bearing, denial, told: false };
    who.asked.set(key, asked);
    if (denial && !asked.told) {
      asked.told = true;
      tell(denial);
    }
    return denial;
  };

  const unknown = (who: Known, { action, resource }: Access): Denial => {
    const before = denials.find(
      (one) => one.caller === who.caller && one.action === action && one.resource === resource,
    );
    if (before) return before;
    const message = `User: ${userOf(who)} is not authorized to perform: ${action} on resource: ${resource} because ${action} is not in the catalogue of the local cloud`;
    return tell({ caller: who.caller, action, resource, reason: 'unknown', message });
  };

  const withKey = (accessKeyId = 'anonymous'): Known => {
    const roleArn = roleNames.get(accessKeyId);
    if (roleArn !== undefined) return known('function', accessKeyId, roleArn);
    const role = policies.roles.get(accessKeyId);
    if (role) return known('role', accessKeyId, role.arn);
    const granted = policies.managed.get(accessKeyId);
    if (!granted) return known('administrator', accessKeyId, undefined);
    return remembered('user', accessKeyId, () => ({
      caller: { kind: 'user', name: accessKeyId },
      principal: { kind: 'AWS', arn: userArn(accessKeyId), accountId, statements: granted },
    }));
  };

  /** Trust policies see which schedule's group asks, so that nobody else's schedule can borrow the role. */
  const notTrusted = (who: Known, schedule: ScheduleDefinition): Denial | undefined => {
    const role = roleOf(schedule.roleArn);
    const scheduler = serviceOf('scheduler.amazonaws.com');
    const group = `arn:aws:scheduler:${region}:${accountId}:schedule-group/${schedule.group}`;
    if (role && trusts(role.trust, scheduler, onBehalfOf(group))) return undefined;
    const [action, resource] = ['sts:AssumeRole', schedule.roleArn];
    const before = denials.find((one) => one.caller === who.caller && one.action === action);
    if (before) return before;
    const message = `The role ${resource} may not be assumed by ${scheduler.arn}: its trust policy does not allow ${action}`;
    return tell({ caller: who.caller, action, resource, reason: 'not-trusted', message });
  };

  return {
    authorize: async ({ accessKeyId, service, action, request }) => {
      const who = withKey(accessKeyId);
      const { known: catalogued, accesses } = catalogue(service, { action, request });
      for (const access of accesses) {
        const denial = catalogued || who.caller.kind === 'administrator' ? ask(who, access) : unknown(who, access);
        if (denial) return { denied: denial.message };
      }
      return undefined;
    },
    asFunction: (fn, access) => ask(known('function', fn.logicalId, fn.roleArn), access),
    asSchedule: (schedule, access) => {
      const who = known('schedule', schedule.logicalId, schedule.roleArn);
      return notTrusted(who, schedule) ?? ask(who, access);
    },
    asSigner: (accessKeyId, access) => {
      const who = withKey(accessKeyId);
      const { action, resource } = access;
      const hanging = policies.resources.get(resource);
      const isDenied = denialOf(who, access, bearingOn({ principal: who.principal, action, resource }, hanging));
      return { allowed: isDenied === undefined, userArn: userOf(who) };
    },
    asRule: ({ logicalId, arn }, access) => {
      const caller: Caller = { kind: 'rule', name: logicalId };
      const who = remembered('rule', logicalId, () => ({ caller, principal: serviceOf('events.amazonaws.com') }));
      return ask(who, { ...access, context: onBehalfOf(arn) });
    },
    get denials() {
      return denials;
    },
    calls: () =>
      [...callers.values()].flatMap(({ caller: { role }, asked }) =>
        role === undefined ? [] : [...asked.values()].map(({ action, resource }) => ({ role, action, resource })),
      ),
    exchange: enforce,
  };
};

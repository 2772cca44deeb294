import * as z from 'zod';
import { attributeOf, type Place, referenceTo } from './resource-identity.ts';

/** The parts of a CloudFormation template that a deployment depends on. */
export const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Condition: z.string().optional(),
      Properties: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
});
export type Template = z.infer<typeof Template>;

/** Replaces every intrinsic function in a value of the template; `path` says in an error where the value stands. */
export type Resolve = (value: unknown, path: string) => unknown;

/** What `AWS::NoValue` stands for: the entry that holds it is left out. */
const noValue = Symbol('AWS::NoValue');

/**
 * Gives the intrinsic functions of a template their values at a place. What it does not know it refuses: a value made up
 * here would be a stack that runs on this machine and fails in AWS.
 */
export const makeResolver = (template: Template, place: Place): Resolve => {
  const pseudoParameters: Record<string, unknown> = {
    'AWS::AccountId': place.accountId,
    'AWS::Region': place.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': place.stackName,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.accountId}:stack/${place.stackName}/local`,
    'AWS::NoValue': noValue,
  };

  const refuse = (path: string, reason: string): never => {
    throw new Error(`${path}: ${reason}.`);
  };

  const named = (id: string, path: string) => {
    const resource = template.Resources[id] ?? refuse(path, `the template has no resource ${id}`);
    return { id, type: resource.Type, property: (name: string) => resolve(resource.Properties[name], `${id}.${name}`) };
  };

  const ref = (name: string, path: string): unknown => {
    if (name in pseudoParameters) return pseudoParameters[name];
    const parameter = template.Parameters[name];
    if (parameter === undefined) return referenceTo(named(name, path), place);
    return parameter.Default ?? refuse(path, `parameter ${name} has no default`);
  };

  const getAtt = (id: string, attribute: string, path: string): string =>
    attributeOf(named(id, path), attribute, place) ??
    refuse(path, `attribute ${attribute} of ${id} (${template.Resources[id]?.Type}) is not known here`);

  const texts = (value: unknown, path: string): string[] => {
    const list = resolve(value, path);
    if (!Array.isArray(list)) return refuse(path, 'a list is expected');
    return list.map((item) => text(item, path));
  };

  const text = (value: unknown, path: string): string => {
    const resolved = resolve(value, path);
    if (typeof resolved === 'string') return resolved;
    return typeof resolved === 'number' || typeof resolved === 'boolean'
      ? String(resolved)
      : refuse(path, 'a text is expected');
  };

  const pair = (value: unknown, path: string): [unknown, unknown] =>
    Array.isArray(value) && value.length === 2
      ? [value[0], value[1]]
      : refuse(path, 'a list of two arguments is expected');

  const substitute = (value: unknown, path: string): string => {
    const [pattern, variables] = Array.isArray(value) ? pair(value, path) : [value, {}];
    const given = variables as Record<string, unknown>;
    return String(pattern).replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in given) return text(given[name], path);
      const dot = name.indexOf('.');
      return dot < 0 ? text({ Ref: name }, path) : getAtt(name.slice(0, dot), name.slice(dot + 1), path);
    });
  };

  const intrinsics: Record<string, (argument: unknown, path: string) => unknown> = {
    Ref: (name, path) => ref(String(name), path),
    'Fn::GetAtt': (argument, path) => {
      const [id, ...attribute] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
      return getAtt(id ?? '', attribute.join('.'), path);
    },
    'Fn::Join': (argument, path) => {
      const [separator, parts] = pair(argument, path);
      return texts(parts, path).join(text(separator, path));
    },
    'Fn::Split': (argument, path) => {
      const [separator, whole] = pair(argument, path);
      return text(whole, path).split(text(separator, path));
    },
    'Fn::Select': (argument, path) => {
      const [index, list] = pair(argument, path);
      const at = Number(text(index, path));
      return texts(list, path)[at] ?? refuse(path, `Fn::Select finds nothing at ${at}`);
    },
    'Fn::Sub': substitute,
  };

  const resolve: Resolve = (value, path) => {
    if (Array.isArray(value)) return value.map((item) => resolve(item, path)).filter((item) => item !== noValue);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [first] = entries;
    if (first !== undefined && entries.length === 1 && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
      const [name, argument] = first;
      const intrinsic = intrinsics[name] ?? refuse(path, `${name} is not supported here`);
      return intrinsic(argument, path);
    }
    return Object.fromEntries(
      entries
        .map(([key, item]): [string, unknown] => [key, resolve(item, `${path}.${key}`)])
        .filter(([, item]) => item !== noValue),
    );
  };
  return resolve;
};

/** The values of the stack's outputs, as a deployment would print them. */
export const resolveOutputs = (template: Template, resolve: Resolve): Record<string, string> =>
  Object.fromEntries(
    Object.entries(template.Outputs).map(([name, { Value }]) => [name, String(resolve(Value, `Outputs.${name}`))]),
  );

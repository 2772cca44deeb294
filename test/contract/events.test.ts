import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { productEvents } from '../../functions/domain/events/event.ts';
import { eventExamples, eventSchemas } from '../../lib/contract/events/event-files.ts';
import { exampleEvents } from '../../lib/contract/events/examples.ts';
import { eventsPage } from '../../lib/contract/events/page.ts';
import { validator } from './validator.ts';

const schemas = eventSchemas();
const types = productEvents.map(({ shape }) => shape.type.value);
const fits = (type: string) => validator(schemas[`events/${type}.schema.json`] ?? {});

describe('an event that is published', () => {
  it('has a schema and an example of its type, and nothing else has', () => {
    expect(Object.keys(schemas)).toEqual(types.map((type) => `events/${type}.schema.json`));
    expect(Object.keys(eventExamples()).sort()).toEqual(types.map((type) => `events/examples/${type}.json`).sort());
  });

  it.each(types)('%s is what its example shows, under its type and version, and no other', (type) => {
    const schema = schemas[`events/${type}.schema.json`];
    expect(schema?.$id).toBe(`urn:dark-corners:contract:event:${type}:1`);
    expect(schema?.title).toBe(`Dark Corners: the event ${type}, version 1`);
    const takes = fits(type);
    const example = exampleEvents[type];
    expect(takes(example), JSON.stringify(takes.errors)).toBe(true);
    expect(takes({ ...example, version: 2 })).toBe(false);
    expect(types.filter((other) => takes(exampleEvents[other]))).toEqual([type]);
  });

  it.each(types)('%s may gain a field, and loses none', (type) => {
    const takes = fits(type);
    const example = exampleEvents[type];
    expect(takes({ ...example, more: 1, data: { ...example.data, more: 1 } })).toBe(true);
    for (const field of Object.keys(example)) expect(takes({ ...example, [field]: undefined }), field).toBe(false);
  });

  it('of an action counts by the version that it made', () => {
    for (const { data, sequence, subject } of Object.values(exampleEvents)) {
      if ('action' in data) expect([subject, sequence]).toEqual([data.action.id, data.action.version]);
    }
  });

  it('names matters and actions as those that are raised are named', () => {
    const ids = [...JSON.stringify(exampleEvents).matchAll(/"(?:matterIds?|id)":\[?"([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(types.length);
    expect(ids.filter((id) => !/^(?:matter|recover|fix|ask)-[\w-]{22}$/.test(id ?? ''))).toEqual([]);
  });
});

/** A stand-in for the AWS command line, which answers with names and shows what it was asked to set. */
const aws = `aws() { case "$1 $2" in
  'sqs create-queue') echo https://sqs.example/q ;;
  'sqs get-queue-attributes') echo arn:queue ;;
  'events put-rule') echo arn:rule ;;
  'sqs set-queue-attributes') shift 5; printf '%s\\n' "$1" ;;
  'events put-targets') printf '"%s"\\n' "$8" ;;
esac; }`;

describe('the page of events', () => {
  it('makes a consumer: a queue that lets in its own rule, of which it is the target', () => {
    const [, script = ''] = eventsPage().match(/```sh\n(.*?)```/s) ?? [];
    const shown = execFileSync('sh', ['-euc', `EVENT_BUS_NAME=bus\n${aws}\n${script}`], { encoding: 'utf8' });
    const [attributes, target] = shown
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(target).toBe('Id=queue,Arn=arn:queue');
    expect(JSON.parse(attributes.Policy).Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: 'arn:queue',
        Condition: { ArnEquals: { 'aws:SourceArn': 'arn:rule' } },
      },
    ]);
  });

  it('deletes what was read', () => {
    expect(eventsPage()).toMatch(/receive-message .*\naws sqs delete-message /);
  });
});

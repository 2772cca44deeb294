import { describe, expect, it } from 'vitest';
import { signals } from '../../lib/operations/signals.ts';
import { complains, invited, march, replies } from '../builders.ts';
import { makeIntake } from '../handlers/intake.ts';
import { look, makeDetection } from '../handlers/looking.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { record } from '../runtime/deliveries.ts';
import { all, feedbackStack, ownersFile, type Shapes, templateOf } from '../stack/template.ts';
import { functionFolders, linesOf } from './function-lines.ts';

type Filter = Shapes['AWS::Logs::MetricFilter'];

/** With all that a deployment may choose to have. */
const template = templateOf(feedbackStack({ ownersFile, exportDaily: true }));
const lines = catchConsole();

/** `ingest-feedback` of `IntakeIngestFeedback584A97FD`. */
const folderOf = (logicalId: string): string =>
  logicalId
    .replace(/^(?:Intake|Analysis|Analysts|Exports)/, '')
    .replace(/[\dA-F]{8}$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();

/** Which function's log each filter reads. */
const filters = all(template, 'AWS::Logs::MetricFilter').map(({ Properties }) => {
  const [reader] = all(template, 'AWS::Lambda::Function').filter(
    (one) => one.Properties.LoggingConfig?.LogGroup?.Ref === Properties.LogGroupName.Ref,
  );
  return { folder: folderOf(reader?.id ?? ''), filter: Properties };
});

const eventOf = ({ FilterPattern }: Filter): string => {
  const [, event] = FilterPattern.match(/^\{ \$\.message\.event = "([\w.]+)" \}$/) ?? [];
  if (event === undefined) throw new Error(`${FilterPattern} is no pattern that these tests can read`);
  return event;
};

/** The fields that a filter takes from a line. */
const fieldsOf = ({ MetricTransformations }: Filter): string[] =>
  MetricTransformations.flatMap(({ MetricValue, Dimensions }) => [
    MetricValue,
    ...(Dimensions ?? []).map(({ Value }) => Value),
  ])
    .filter((selector) => selector.startsWith('$.message.'))
    .map((selector) => selector.replace('$.message.', ''));

/** What CloudWatch takes from a line that a function logged. */
const readBy = (folder: string, line: unknown): Record<string, unknown>[] => {
  const logged = line as Record<string, unknown>;
  return filters
    .filter((one) => one.folder === folder && eventOf(one.filter) === logged.event)
    .map(({ filter }) => Object.fromEntries(fieldsOf(filter).map((name) => [name, logged[name]])));
};

describe('a filter', () => {
  it.each(filters.map(({ folder, filter }) => [eventOf(filter), folder, filter] as const))(
    'of %s reads lines that %s logs, with the fields it takes',
    (event, folder, filter) => {
      const logged = linesOf(folder).filter((line) => line.event === event);
      expect(logged).not.toEqual([]);
      for (const { fields } of logged) expect(fields).toEqual(expect.arrayContaining(fieldsOf(filter)));
    },
  );

  it('reads the log of each function that logs its line', () => {
    const watched = Object.values(signals).map(({ event }): string => event);
    const unread = functionFolders.flatMap((folder) =>
      [...new Set(linesOf(folder).map(({ event }) => event))]
        .filter((event) => watched.includes(event))
        .filter((event) => !filters.some((one) => one.folder === folder && eventOf(one.filter) === event))
        .map((event) => `${folder}: ${event}`),
    );
    expect(unread).toEqual([]);
  });
});

describe('CloudWatch reads', () => {
  it('through which queue a rejected message came, and nothing that the message says', async () => {
    await makeIntake().ingest(record('m-1', '{"kind":"survey"}'));
    expect(lines().flatMap((line) => readBy('ingest-feedback', line))).toEqual([{ queue: 'texts' }]);
  });

  it('how urgent an action is that was raised', async () => {
    const { store, detect } = await makeDetection([
      complains(march(2)),
      replies(march(2, '11:00'), 'hollow'),
      invited(march(3)),
    ]);
    await detect(look('m-1', 'customer#ada', march(4)));
    expect(lines().flatMap((line) => readBy('detect-customer-gaps', line))).toEqual(
      store.allActions.map(({ priority }) => ({ priority })),
    );
  });
});

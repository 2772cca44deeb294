import { openApi } from './api/openapi.ts';
import { apiPage } from './api/page.ts';
import { brokenExamples, sentAt } from './broken-examples.ts';
import { eventExamples, eventSchemas } from './events/event-files.ts';
import { eventsPage } from './events/page.ts';
import { exampleMessages } from './examples.ts';
import { fileSchemas } from './file-schemas.ts';
import { holdsPage } from './holds-page.ts';
import { messageSchema } from './message-schema.ts';
import { readmePage } from './readme-page.ts';
import { rejectionsPage } from './rejections-page.ts';

const rejections = Object.entries(brokenExamples).map(([code, example]) => [
  `rejections/${code}.json`,
  { code, ...example, sentAt },
]);

const examples = Object.entries(exampleMessages).map(([name, { message }]) => [`examples/${name}.json`, message]);

/** Everything that is published of the contract, as text by path within `docs/contract/`. */
export const contractFiles = (): ReadonlyMap<string, string> => {
  const json = Object.entries({
    'message.schema.json': messageSchema(),
    ...fileSchemas(),
    ...eventSchemas(),
    'openapi.json': openApi(),
    ...eventExamples(),
    ...Object.fromEntries([...examples, ...rejections]),
  });
  return new Map([
    ['README.md', readmePage()],
    ['holds.md', holdsPage()],
    ['rejections.md', rejectionsPage()],
    ['events.md', eventsPage()],
    ['api.md', apiPage()],
    ...json.map(([path, content]): [string, string] => [path, `${JSON.stringify(content, null, 2)}\n`]),
  ]);
};

import { jsonBeside } from '../adapters/deployed/json-beside.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';
import { publicConfig } from './public-config.ts';
import { Shell } from './shell.ts';

export const handler = makeHandler({
  shell: Shell.parse(jsonBeside(import.meta.url, 'shell.json')),
  config: publicConfig(Env.parse(process.env)),
});

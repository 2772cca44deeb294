import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Role } from '../../functions/domain/analysts/caller.ts';
import { paths } from '../../functions/domain/analysts/paths.ts';
import { commandOf, DEFAULT_DASHBOARD_PORT, DEFAULT_OUTPUTS } from '../../lib/dashboard/command.ts';
import { Settings, settingsOf } from '../../lib/settings.ts';
import { all, feedbackStack, one, ownersFile, templateOf } from '../stack/template.ts';

const guide = readFileSync('docs/dashboard.md', 'utf8');
/** Commands of its examples, each on one line. */
const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block = '']) => block.replace(/\\\n\s*/g, '').split('\n'))
  .filter((line) => line !== '');

describe('the guide to the page', () => {
  it('deploys with settings that are taken together', () => {
    const chosen = commands
      .filter((line) => line.startsWith('npx cdk deploy') && line.includes(' -c '))
      .map((line) => Object.fromEntries([...line.matchAll(/-c (\w+)=(\S+)/g)].map(([, name, value]) => [name, value])));
    expect(chosen).toHaveLength(3);
    for (const settings of chosen) expect(settingsOf(settings)).toMatchObject(settings);
  });

  it('speaks of every setting of who signs people in', () => {
    const names = Object.keys(Settings.shape).filter((name) => name.startsWith('jwt') || name === 'signInOrigin');
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(guide).toContain(`\`${name}\``);
  });

  it('says what each role may', () => {
    const rows = [...guide.matchAll(/^\| `(\w+)` \| /gm)].map(([, word]) => word);
    expect(rows).toEqual(expect.arrayContaining(Role.options));
  });

  it('runs its own command as that is', () => {
    const words = commands.filter((line) => line.startsWith('npm run dashboard')).map((line) => line.split(' -- ')[1]);
    expect(words).toEqual(['--stack DarkCorners']);
    expect(commandOf('--stack DarkCorners'.split(' '))).toMatchObject({ where: { outputs: DEFAULT_OUTPUTS } });
    expect(commands).toContain(`npx cdk deploy --outputs-file ${DEFAULT_OUTPUTS}`);
    expect(guide).toContain(`http://127.0.0.1:${DEFAULT_DASHBOARD_PORT}/`);
  });

  it('asks for routes that there are', () => {
    const asked = [...guide.matchAll(/(?:\$ANALYSTS_URL|`)(\/v1\/[\w/]+)/g)].map(([, path = '']) => path);
    const known = Object.values(paths).map(({ path }) => path.replace(/\{\w+\}$/, ''));
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((path) => path !== '/v1/' && !known.includes(path))).toEqual([]);
  });

  it('names outputs and throttles as the stack has them', () => {
    const template = templateOf(feedbackStack({ ownersFile }));
    const outputs = Object.keys(template.Outputs).filter((name) => name.endsWith('PolicyArn'));
    expect(outputs).toHaveLength(3);
    for (const name of [...outputs, 'AnalystsUrl']) expect(guide).toContain(`\`${name}\``);
    const { DefaultRouteSettings, RouteSettings } = one(template, 'AWS::ApiGatewayV2::Stage', 'Analysts').Properties;
    const [page] = Object.values(RouteSettings ?? {});
    expect(guide).toContain(
      `${DefaultRouteSettings?.ThrottlingRateLimit} requests a second of a route, ${page?.ThrottlingRateLimit} of what is public`,
    );
    expect(all(template, 'AWS::ApiGatewayV2::Authorizer')).toEqual([]);
  });
});

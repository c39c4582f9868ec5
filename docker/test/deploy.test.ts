import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { composeFile, createHost, image, type StandInHost } from './deploy-kit.ts';

let host: StandInHost;

beforeEach(() => {
  host = createHost();
});
afterEach(() => host.remove());

const both = (digit: number): string[] => ['--api', image('api', digit), '--worker', image('worker', digit)];
const all = (digit: number): string[] => [...both(digit), '--smtp', image('smtp', digit)];
const three = (mark: string): string => composeFile(mark, ['api', 'worker', 'smtp']);
const imagesOf = (digit: number) => ({ api: image('api', digit), worker: image('worker', digit) });

function deployFirst(): void {
  expect(host.deploy(...both(1))).toMatchObject({ code: 0 });
}

describe('deploy.sh', () => {
  test('a deployment migrates, then replaces the API, then the worker', () => {
    const { code, output } = host.deploy(...both(1));
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('healthy') as unknown });
    expect(host.state().calls).toEqual(['pull api worker', 'up postgres redis', 'run migrate', 'up api', 'up worker']);
    expect(host.state().migratedBy).toEqual([image('api', 1)]);
    expect(host.images()).toEqual(imagesOf(1));
    expect(host.read('images.env')).toBe(`API_IMAGE=${image('api', 1)}\nWORKER_IMAGE=${image('worker', 1)}\n`);
  });

  test.each(['api', 'worker'] as const)('a deployment rolls back when the new %s does not become healthy', (name) => {
    deployFirst();
    host.fail({ unhealthy: [image(name, 2)] });
    const { code, output } = host.deploy(...both(2));
    expect(code).toBe(3);
    expect(output).toContain(`${name} wrote this`);
    expect(host.images()).toEqual(imagesOf(1));
    expect(host.read('images.env')).toContain(image('api', 1));
    // The next deployment starts from the last successful one.
    host.fail({ unhealthy: [] });
    expect(host.deploy(...both(3)).code).toBe(0);
    expect(host.images()).toEqual(imagesOf(3));
  });

  test('a failed migration leaves the running images unchanged', () => {
    deployFirst();
    const before = host.state();
    host.fail({ brokenMigrations: [image('api', 2)] });
    expect(host.deploy(...both(2))).toMatchObject({ code: 1, output: expect.stringContaining('A migration failed') as unknown });
    expect(host.state().running).toEqual(before.running);
    expect(host.state().calls.slice(before.calls.length)).toEqual(['pull api worker', 'up postgres redis', 'run migrate']);
    expect(host.read('images.env')).toContain(image('api', 1));
  });

  test('an image that cannot be pulled stops the deployment before the migrations', () => {
    deployFirst();
    const before = host.state();
    host.fail({ missing: [image('worker', 2)] });
    expect(host.deploy(...both(2)).code).toBe(1);
    expect(host.state()).toMatchObject({ running: before.running, migratedBy: before.migratedBy });
  });

  test('a single image can be deployed', () => {
    deployFirst();
    expect(host.deploy('--worker', image('worker', 2)).code).toBe(0);
    expect(host.images()).toEqual({ api: image('api', 1), worker: image('worker', 2) });
    expect(host.deploy('--api', image('api', 3)).code).toBe(0);
    expect(host.images()).toEqual({ api: image('api', 3), worker: image('worker', 2) });
  });

  test('--back deploys the previous images', () => {
    deployFirst();
    expect(host.deploy(...both(2)).code).toBe(0);
    expect(host.deploy('--back').code).toBe(0);
    expect(host.images()).toEqual(imagesOf(1));
  });

  test('the first deployment cannot roll back and reports it', () => {
    expect(host.deploy('--back').code).toBe(1);
    expect(host.deploy('--api', image('api', 1))).toMatchObject({
      code: 1,
      output: expect.stringContaining('no image of worker') as unknown,
    });
    host.fail({ unhealthy: [image('api', 1)] });
    expect(host.deploy(...both(1)).code).toBe(4);
    expect(host.images()).toEqual({});
    expect(host.read('images.env')).toBeNull();
  });

  test('over ssh, a new compose file is installed only when its images are healthy', () => {
    expect(host.deployFromElsewhere(composeFile('1'), ...both(1)).code).toBe(0);
    host.fail({ unhealthy: [image('worker', 2)] });
    const { code } = host.deployFromElsewhere(composeFile('2'), ...both(2));
    expect(code).toBe(3);
    expect(host.state().running).toEqual({
      api: { image: image('api', 1), compose: composeFile('1') },
      worker: { image: image('worker', 1), compose: composeFile('1') },
    });
    expect(host.read('compose.yaml')).toBe(composeFile('1'));

    host.fail({ unhealthy: [] });
    expect(host.deployFromElsewhere(composeFile('2'), ...both(2)).code).toBe(0);
    expect(host.read('compose.yaml')).toBe(composeFile('2'));
    expect(host.deployFromElsewhere(composeFile('3'), '--back').code).toBe(0);
    expect(host.state().running['api']).toEqual({ image: image('api', 1), compose: composeFile('1') });
  });

  test('a deployment continues and rolls back after a lost connection, and reports its result on reconnection', () => {
    deployFirst();
    host.fail({ unhealthy: [image('worker', 2)], slow: [image('worker', 2)] });
    host.cutConnection({ until: 'up worker', comesBack: true });
    const { code, output } = host.deployFromElsewhere(composeFile('2'), ...both(2));
    expect({ code, output }).toMatchObject({
      code: 3,
      output: expect.stringContaining('connection to deploy@host.example was lost') as unknown,
    });
    expect(output).toContain('rolled back to the previous ones');
    expect(host.images()).toEqual(imagesOf(1));
    // No second deployment was started.
    expect(host.state().calls.filter((call) => call === 'up worker')).toHaveLength(2);
  });

  test('a deployment continues when the host stays unreachable', async () => {
    deployFirst();
    host.fail({ unhealthy: [image('worker', 2)], slow: [image('worker', 2)] });
    host.cutConnection({ until: 'up worker', comesBack: false });
    expect(host.deployFromElsewhere(composeFile('2'), ...both(2)).code).toBe(5);
    const deadline = Date.now() + 10_000;
    while (host.images()['worker'] !== image('worker', 1) && Date.now() < deadline) await sleep(50);
    expect(host.images()).toEqual(imagesOf(1));
  });

  test('a new app is started with its image, and removed when the deployment fails', () => {
    deployFirst();
    host.turnOn('smtp');
    expect(host.deployFromElsewhere(three('2'), ...both(2))).toMatchObject({
      code: 1,
      output: expect.stringContaining('no image of smtp') as unknown,
    });
    host.fail({ unhealthy: [image('smtp', 2)] });
    expect(host.deployFromElsewhere(three('2'), ...all(2)).code).toBe(3);
    expect(host.images()).toEqual(imagesOf(1));

    host.fail({ unhealthy: [] });
    expect(host.deployFromElsewhere(three('2'), ...all(2)).code).toBe(0);
    expect(host.images()).toEqual({ ...imagesOf(2), smtp: image('smtp', 2) });
    expect(host.deployFromElsewhere(three('2'), '--back').code).toBe(0);
    expect(host.images()).toEqual(imagesOf(1));
  });

  test('an app whose profile is off is skipped even if it is named', () => {
    const { code, output } = host.deployFromElsewhere(three('1'), ...all(1));
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('skipping smtp') as unknown });
    expect(host.images()).toEqual(imagesOf(1));
    expect(host.state().calls).toEqual(['pull api worker', 'up postgres redis', 'run migrate', 'up api', 'up worker']);
    expect(host.read('images.env')).not.toContain('SMTP_IMAGE');
    expect(host.deployFromElsewhere(three('1'), '--smtp', image('smtp', 1))).toMatchObject({
      code: 1,
      output: expect.stringContaining('nothing was changed') as unknown,
    });
  });

  test('turning a profile on starts its app with the next deployment, after the workers; turning it off removes the app', () => {
    expect(host.deployFromElsewhere(three('1'), ...all(1)).code).toBe(0);
    host.turnOn('dev,smtp');
    expect(host.deployFromElsewhere(three('2'), ...all(2)).code).toBe(0);
    expect(host.state().calls.slice(-3)).toEqual(['up api', 'up worker', 'up smtp']);
    expect(host.read('images.env')).toContain(`SMTP_IMAGE=${image('smtp', 2)}\n`);
    // After the rollback it does not run, as before the deployment.
    expect(host.deployFromElsewhere(three('2'), '--back').code).toBe(0);
    expect(host.images()).toEqual(imagesOf(1));

    expect(host.deployFromElsewhere(three('3'), ...all(3)).code).toBe(0);
    host.turnOn('');
    host.fail({ unhealthy: [image('worker', 4)] });
    expect(host.deployFromElsewhere(three('4'), ...all(4)).code).toBe(3);
    expect(host.images()).toEqual({ ...imagesOf(3), smtp: image('smtp', 3) });
    host.fail({ unhealthy: [] });
    expect(host.deployFromElsewhere(three('4'), ...all(4)).code).toBe(0);
    expect(host.images()).toEqual(imagesOf(4));
    expect(host.read('images.env')).not.toContain('SMTP_IMAGE');
  });

  test('the last ten remote deployments are kept with their logs', () => {
    host.deployedBefore(10);
    expect(host.deployFromElsewhere(composeFile('1'), ...both(1)).code).toBe(0);
    const kept = host.list('deployments');
    expect(kept).toHaveLength(10);
    expect(host.read(`deployments/${kept.at(-1) ?? ''}/log`)).toContain('healthy');
  });

  test.each([
    [[]],
    [['--api']],
    [['--api', 'sendoff-api:latest']],
    [['--api', `${image('api', 1)} --privileged`]],
    [['--frobnicate', 'x']],
    [['--back', ...both(1)]],
    [['--host', 'host; rm -rf x', ...both(1)]],
    [['--host', '-oProxyCommand=x', ...both(1)]],
  ])('the arguments %j are rejected', (args) => {
    expect(host.deploy(...args).code).toBe(2);
    expect(host.state().calls).toEqual([]);
  });
});

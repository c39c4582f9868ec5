import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHost, image, type StandInHost } from './deploy-kit.ts';

let host: StandInHost;

beforeEach(() => {
  host = createHost();
});
afterEach(() => host.remove());

const both = (digit: number): string[] => ['--api', image('api', digit), '--worker', image('worker', digit)];
const imagesOf = (digit: number) => ({ api: image('api', digit), worker: image('worker', digit) });

function deployFirst(): void {
  expect(host.deploy(...both(1))).toMatchObject({ code: 0 });
}

describe('deploy.sh', () => {
  test('migrates first, then replaces the API and after it the worker', () => {
    const { code, output } = host.deploy(...both(1));
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('healthy') as unknown });
    expect(host.state().calls).toEqual(['pull api worker', 'up postgres redis', 'run migrate', 'up api', 'up worker']);
    expect(host.state().migratedBy).toEqual([image('api', 1)]);
    expect(host.images()).toEqual(imagesOf(1));
    expect(host.read('images.env')).toBe(`API_IMAGE=${image('api', 1)}\nWORKER_IMAGE=${image('worker', 1)}\n`);
  });

  test.each(['api', 'worker'] as const)('goes back to the previous images when the new %s does not become healthy', (name) => {
    deployFirst();
    host.fail({ unhealthy: [image(name, 2)] });
    const { code, output } = host.deploy(...both(2));
    expect(code).toBe(3);
    expect(output).toContain(`${name} wrote this`);
    expect(host.images()).toEqual(imagesOf(1));
    expect(host.read('images.env')).toContain(image('api', 1));
    // The next one begins where the last good one has ended.
    host.fail({ unhealthy: [] });
    expect(host.deploy(...both(3)).code).toBe(0);
    expect(host.images()).toEqual(imagesOf(3));
  });

  test('a migration that fails changes nothing', () => {
    deployFirst();
    const before = host.state();
    host.fail({ brokenMigrations: [image('api', 2)] });
    expect(host.deploy(...both(2))).toMatchObject({ code: 1, output: expect.stringContaining('A migration failed') as unknown });
    expect(host.state().running).toEqual(before.running);
    expect(host.state().calls.slice(before.calls.length)).toEqual(['pull api worker', 'up postgres redis', 'run migrate']);
    expect(host.read('images.env')).toContain(image('api', 1));
  });

  test('an image that cannot be pulled changes nothing, and no migration runs', () => {
    deployFirst();
    const before = host.state();
    host.fail({ missing: [image('worker', 2)] });
    expect(host.deploy(...both(2)).code).toBe(1);
    expect(host.state()).toMatchObject({ running: before.running, migratedBy: before.migratedBy });
  });

  test('one image alone can be deployed', () => {
    deployFirst();
    expect(host.deploy('--worker', image('worker', 2)).code).toBe(0);
    expect(host.images()).toEqual({ api: image('api', 1), worker: image('worker', 2) });
    expect(host.deploy('--api', image('api', 3)).code).toBe(0);
    expect(host.images()).toEqual({ api: image('api', 3), worker: image('worker', 2) });
  });

  test('--back deploys what ran before', () => {
    deployFirst();
    expect(host.deploy(...both(2)).code).toBe(0);
    expect(host.deploy('--back').code).toBe(0);
    expect(host.images()).toEqual(imagesOf(1));
  });

  test('the first deployment has nothing to go back to, and says so', () => {
    expect(host.deploy('--back').code).toBe(1);
    expect(host.deploy('--api', image('api', 1))).toMatchObject({
      code: 1,
      output: expect.stringContaining('name both') as unknown,
    });
    host.fail({ unhealthy: [image('api', 1)] });
    expect(host.deploy(...both(1)).code).toBe(4);
    expect(host.images()).toEqual({ api: null, worker: null });
    expect(host.read('images.env')).toBeNull();
  });

  test('over ssh: a new compose file counts once its images are healthy, and not before', () => {
    expect(host.deployFromElsewhere('compose file 1', ...both(1)).code).toBe(0);
    host.fail({ unhealthy: [image('worker', 2)] });
    const { code } = host.deployFromElsewhere('compose file 2', ...both(2));
    expect(code).toBe(3);
    expect(host.state().running).toEqual({
      api: { image: image('api', 1), compose: 'compose file 1' },
      worker: { image: image('worker', 1), compose: 'compose file 1' },
    });
    expect(host.read('compose.yaml')).toBe('compose file 1');

    host.fail({ unhealthy: [] });
    expect(host.deployFromElsewhere('compose file 2', ...both(2)).code).toBe(0);
    expect(host.read('compose.yaml')).toBe('compose file 2');
    expect(host.deployFromElsewhere('compose file 3', '--back').code).toBe(0);
    expect(host.state().running['api']).toEqual({ image: image('api', 1), compose: 'compose file 1' });
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
  ])('is called wrongly with %j', (args) => {
    expect(host.deploy(...args).code).toBe(2);
    expect(host.state().calls).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { COMPOSE_VARIABLES, PROGRAMS } from '@sendoff/config';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');
const file = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly volumes?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly stop_grace_period?: string;
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly cpus?: string; readonly memory?: string } } };
}

const text = file('docker/compose.yaml');
const { services, volumes } = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<'postgres' | 'redis' | 'migrate' | 'api' | 'worker' | 'inbox', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const ours = [services.migrate, services.api, services.worker];

/** What a program reads, as its container is given it: the address to listen on is its own affair. */
const given = (program: 'api' | 'worker'): string[] =>
  [...PROGRAMS[program].required, ...PROGRAMS[program].optional, 'OTEL_EXPORTER_OTLP_HEADERS']
    .filter((name) => !['HOST', 'PORT', 'WORKER_PORT'].includes(name))
    .sort();

describe('the Compose file', () => {
  test.each(['api', 'worker'] as const)('hands the %s every variable that it reads, and no other', (name) => {
    expect(Object.keys(services[name].environment ?? {}).sort()).toEqual(given(name));
  });

  test('asks for nothing that .env.example does not name', () => {
    const asked = new Set([...text.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name));
    const example = new Set([...file('.env.example').matchAll(/^# ([A-Z0-9_]+)=/gm)].map(([, name]) => name));
    expect([...asked].filter((name) => !example.has(name))).toEqual([]);
    expect(Object.keys(COMPOSE_VARIABLES).filter((name) => !asked.has(name))).toEqual([]);
  });

  test('holds no secret, and lets none be forgotten', () => {
    for (const name of ['POSTGRES_PASSWORD', 'SECRET_KEY', 'MAIL_URL']) expect(text).toContain(`\${${name}:?Set ${name} in .env`);
    expect(file('.gitignore').split('\n')).toContain('.env');
    expect(file('.dockerignore').split('\n')).toContain('**/.env');
  });

  test('runs the programs with nothing that they do not need', () => {
    for (const service of ours) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
      expect(service.volumes).toBeUndefined();
    }
  });

  test('starts them in an order that health decides', () => {
    expect(services.migrate.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    for (const { depends_on: order } of [services.api, services.worker]) {
      expect(order).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        redis: { condition: 'service_healthy' },
      });
    }
    for (const { healthcheck } of [services.postgres, services.redis]) expect(healthcheck?.test).toBeDefined();
    // Those of the programs are in their images.
    for (const name of ['api', 'worker']) expect(file(`docker/${name}.Dockerfile`)).toMatch(/^HEALTHCHECK .*healthcheck\.js/m);
  });

  test('keeps what must be kept, and lets Redis refuse rather than forget', () => {
    expect(services.postgres.image).toMatch(/^postgres:15/);
    expect(services.postgres.volumes).toEqual(['postgres-data:/var/lib/postgresql/data']);
    expect(services.redis.volumes).toEqual(['redis-data:/data']);
    expect(Object.keys(volumes)).toEqual(['postgres-data', 'redis-data']);
    expect(services.redis.command?.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  test('limits every service, and publishes nothing to the world', () => {
    for (const [name, { deploy, ports = [] }] of Object.entries(services)) {
      expect({ name, limits: deploy?.resources?.limits }).toEqual({
        name,
        limits: { cpus: expect.any(String) as unknown, memory: expect.any(String) as unknown },
      });
      for (const port of ports) expect(port).toMatch(/^(?:127\.0\.0\.1|\$\{BIND_ADDRESS:-127\.0\.0\.1\}):/);
    }
    // Or it could not be scaled.
    expect(services.worker.ports).toBeUndefined();
  });

  test('waits longer for a program to stop than the program does', () => {
    for (const { stop_grace_period: grace } of ours) expect(Number.parseInt(grace ?? '0', 10)).toBeGreaterThan(30);
  });

  test('is what the images are: their files, their commands', () => {
    for (const [name, { build }] of [
      ['api', services.api],
      ['worker', services.worker],
      ['api', services.migrate],
    ] as const) {
      expect(build).toEqual({ context: '..', dockerfile: `docker/${name}.Dockerfile` });
    }
    expect(services.migrate.command).toEqual(['dist/migrate.js']);
    expect(file('docker/api.Dockerfile')).toContain('ENTRYPOINT ["node"]');
    expect(services.inbox.profiles).toEqual(['dev']);
  });

  test('is accepted by docker compose, where that is installed', () => {
    const variables = { POSTGRES_PASSWORD: 'p', SECRET_KEY: 'x'.repeat(32), MAIL_URL: 'smtp://inbox:1025' };
    const args = ['compose', '-f', 'docker/compose.yaml', '--profile', 'dev', 'config', '--quiet'];
    const installed = spawnSync('docker', ['compose', 'version']).status === 0;
    if (!installed) process.stdout.write('docker compose is not installed: its own validation is left out\n');
    const { status, stderr } = installed
      ? spawnSync('docker', args, { cwd: ROOT, env: { ...process.env, ...variables }, encoding: 'utf8' })
      : { status: 0, stderr: '' };
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

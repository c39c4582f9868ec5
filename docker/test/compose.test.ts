import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { COMPOSE_VARIABLES, PROGRAMS } from '@sendoff/config';
import { parse } from 'yaml';
import { APPS, composeService } from './images/compose-service.ts';

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
  readonly volumes?: readonly unknown[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly networks?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly stop_grace_period?: string;
  readonly deploy?: {
    readonly resources?: { readonly limits?: { readonly cpus?: string; readonly memory?: string; readonly pids?: number } };
  };
}

type App = 'api' | 'worker' | 'smtp';

const text = file('docker/compose.yaml');
const { services, volumes, networks } = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<'postgres' | 'roles' | 'redis' | 'migrate' | 'api' | 'worker' | 'smtp' | 'inbox', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, unknown>>;
};
const ours = [services.migrate, ...APPS.map((name) => services[name as App])];

/** What OpenTelemetry reads by itself. */
const TELEMETRY = Object.keys(COMPOSE_VARIABLES).filter((name) => name.startsWith('OTEL_'));

/** Where a program listens in its container is the container's own affair. */
const OWN = ['HOST', 'PORT', 'WORKER_PORT', 'SUBMISSION_PORT', 'SUBMISSIONS_PORT', 'FEEDBACK_PORT', 'SMTP_HEALTH_PORT'];

/** What a program could read, and is not given: with the key for return paths it can make nothing else. */
const WITHHELD: Readonly<Record<string, readonly string[]>> = { worker: ['SECRET_KEY'], smtp: ['SECRET_KEY'] };

/** What Compose demands of `.env`. */
const DEMANDED = {
  POSTGRES_PASSWORD: 'p',
  POSTGRES_OWNER_PASSWORD: 'o',
  POSTGRES_ADMIN_PASSWORD: 'a',
  REDIS_PASSWORD: 'r',
  SECRET_KEY: 's',
  MAIL_URL: 'm',
};

describe('the Compose file', () => {
  test('runs every program that serves', () => {
    expect(APPS).toEqual(['api', 'worker', 'smtp']);
  });

  test.each(APPS)('hands the %s every variable that it reads, and no other', (app) => {
    const { required, optional } = PROGRAMS[app as App];
    const read = [...required, ...optional, ...TELEMETRY].filter((name) => ![...OWN, ...(WITHHELD[app] ?? [])].includes(name));
    expect(Object.keys(services[app as App].environment ?? {}).sort()).toEqual(read.sort());
  });

  test('hands the same value to all that read a variable', () => {
    const given = (app: string): Readonly<Record<string, string>> => services[app as App].environment ?? {};
    // A variable that Compose demands may be demanded once.
    const plain = (value = ''): string => value.replace(/:\?[^}]*\}/, ':-}');
    for (const app of APPS) {
      for (const [name, value] of Object.entries(given(app))) {
        for (const other of APPS.filter((found) => name in given(found))) {
          expect({ name, other, value: plain(given(other)[name]) }).toEqual({ name, other, value: plain(value) });
        }
      }
    }
  });

  test('runs SMTP where its profile is on, with the certificate that it is given, and publishes all three ports', () => {
    expect(services.smtp.profiles).toEqual(['smtp']);
    expect(services.smtp.volumes).toEqual([
      {
        type: 'bind',
        source: '${SMTP_TLS_DIRECTORY:-./tls}',
        target: '/tls',
        read_only: true,
        // Docker would make an empty directory of the superuser.
        bind: { create_host_path: false },
      },
    ]);
    expect(services.smtp.ports).toEqual([
      '${SMTP_BIND_ADDRESS:-127.0.0.1}:${SUBMISSION_PORT:-2587}:2587',
      '${SMTP_BIND_ADDRESS:-127.0.0.1}:${SUBMISSIONS_PORT:-2465}:2465',
      '${SMTP_BIND_ADDRESS:-127.0.0.1}:${FEEDBACK_PORT:-2525}:2525',
    ]);
    expect(file('docker/smtp.Dockerfile')).toMatch(/^EXPOSE 2587 2465 2525 3002$/m);
  });

  test('demands nothing for what does not run: Compose fills in every service, whatever its profile', () => {
    const always = new Set(
      [services.postgres, services.roles, services.redis, services.api, services.worker].flatMap((service) =>
        [...JSON.stringify(service).matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name),
      ),
    );
    for (const service of Object.values(services).filter(({ profiles }) => profiles !== undefined)) {
      for (const [, name] of JSON.stringify(service).matchAll(/\$\{(\w+):\?/g)) expect(always).toContain(name);
    }
  });

  test('asks for nothing that .env.example does not name', () => {
    const asked = new Set([...text.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name));
    const example = new Set([...file('.env.example').matchAll(/^# ([A-Z0-9_]+)=/gm)].map(([, name]) => name));
    expect([...asked].filter((name) => !example.has(name))).toEqual([]);
    // Compose itself reads the one that is left.
    expect(Object.keys(COMPOSE_VARIABLES).filter((name) => !asked.has(name))).toEqual(['COMPOSE_PROFILES']);
  });

  test('leads the programs to the services beside them, unless told otherwise', () => {
    const { options } = composeService('api', DEMANDED);
    expect(options).toEqual(
      expect.arrayContaining(['DATABASE_URL=postgresql://sendoff:p@postgres:5432/sendoff', 'REDIS_URL=redis://:r@redis:6379']),
    );
    const migrations = (variables: Readonly<Record<string, string>>): string | undefined =>
      composeService('migrate', variables).options.find((option) => option.startsWith('DATABASE_URL='));
    expect(migrations(DEMANDED)).toBe('DATABASE_URL=postgresql://sendoff_owner:o@postgres:5432/sendoff');
    expect(migrations({ DATABASE_URL: 'postgresql://elsewhere/x' })).toBe('DATABASE_URL=postgresql://elsewhere/x');
    expect(migrations({ DATABASE_URL: 'postgresql://elsewhere/x', MIGRATE_DATABASE_URL: 'postgresql://owner@elsewhere/x' })).toBe(
      'DATABASE_URL=postgresql://owner@elsewhere/x',
    );
    const { options: others } = composeService('api', {
      SECRET_KEY: 's',
      DATABASE_URL: 'postgresql://elsewhere/x',
      REDIS_URL: '',
    });
    expect(others).toEqual(expect.arrayContaining(['DATABASE_URL=postgresql://elsewhere/x', 'REDIS_URL=']));
    expect(() => composeService('worker', {})).toThrow('Set MAIL_URL in .env to your relay');
  });

  test('holds no secret, and lets none be forgotten', () => {
    for (const name of Object.keys(DEMANDED)) expect(text).toContain(`\${${name}:?Set ${name} in .env`);
    expect(file('.gitignore').split('\n')).toContain('.env');
    expect(file('.dockerignore').split('\n')).toContain('**/.env');
  });

  test('runs the programs with nothing that they do not need', () => {
    for (const service of ours) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
      if (service !== services.smtp) expect(service.volumes).toBeUndefined();
      expect(service.cap_add).toBeUndefined();
    }
  });

  test('confines the services beside them too', () => {
    for (const service of [services.postgres, services.redis, services.roles, services.inbox]) {
      expect(service).toMatchObject({ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    }
    for (const service of [services.postgres, services.redis, services.roles]) expect(service.read_only).toBe(true);
  });

  test('keeps the databases in a network of their own, and what listens apart from what speaks to others', () => {
    expect(networks).toEqual({ data: { internal: true }, edge: {}, relay: {} });
    const networksOf = Object.fromEntries(Object.entries(services).map(([name, service]) => [name, service.networks]));
    expect(networksOf).toEqual({
      ...{ postgres: ['data'], roles: ['data'], redis: ['data'], inbox: ['relay'] },
      ...{ migrate: ['data', 'edge'], api: ['data', 'edge'], smtp: ['data', 'edge'], worker: ['data', 'relay'] },
    });
  });

  test('gives the passwords of the superuser and of the owner of the tables to no program', () => {
    for (const app of APPS) expect(JSON.stringify(services[app as App])).not.toMatch(/(?:ADMIN|OWNER)_PASSWORD/);
  });

  test('starts them in an order that health decides', () => {
    expect(services.roles.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(services.migrate.depends_on).toEqual({ roles: { condition: 'service_completed_successfully' } });
    for (const { depends_on: order } of ours.slice(1)) {
      expect(order).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        redis: { condition: 'service_healthy' },
      });
    }
    for (const { healthcheck } of [services.postgres, services.redis]) expect(healthcheck?.test).toBeDefined();
    // Those of the programs are in their images.
    for (const name of APPS) expect(file(`docker/${name}.Dockerfile`)).toMatch(/^HEALTHCHECK .*healthcheck\.js/m);
  });

  test('keeps what must be kept, and lets Redis refuse rather than forget', () => {
    expect(services.postgres.image).toMatch(/^postgres:15/);
    expect(services.roles.image).toBe(services.postgres.image);
    expect(services.postgres.volumes).toEqual(['postgres-data:/var/lib/postgresql/data']);
    expect(services.redis.volumes).toEqual(['redis-data:/data']);
    expect(Object.keys(volumes)).toEqual(['postgres-data', 'redis-data']);
    expect(services.redis.command?.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  test('limits every service, and publishes nothing to the world', () => {
    for (const [name, { deploy, ports = [] }] of Object.entries(services)) {
      expect({ name, limits: deploy?.resources?.limits }).toEqual({
        name,
        limits: {
          cpus: expect.any(String) as unknown,
          memory: expect.any(String) as unknown,
          pids: expect.any(Number) as unknown,
        },
      });
      for (const port of ports) expect(port).toMatch(/^(?:127\.0\.0\.1|\$\{(?:SMTP_)?BIND_ADDRESS:-127\.0\.0\.1\}):/);
    }
    // Or it could not be scaled.
    expect(services.worker.ports).toBeUndefined();
  });

  test('waits longer for a program to stop than the program does', () => {
    for (const { stop_grace_period: grace } of ours) expect(Number.parseInt(grace ?? '0', 10)).toBeGreaterThan(30);
  });

  test('is what the images are: their files, their commands', () => {
    for (const [index, { build }] of ours.entries()) {
      const name = APPS[index - 1] ?? 'api';
      expect(build).toEqual({ context: '..', dockerfile: `docker/${name}.Dockerfile` });
    }
    expect(services.migrate.command).toEqual(['dist/migrate.js']);
    expect(file('docker/api.Dockerfile')).toContain('ENTRYPOINT ["node"]');
    expect(services.inbox.profiles).toEqual(['dev']);
  });

  test('is accepted by docker compose, where that is installed', () => {
    const variables = { ...DEMANDED, SECRET_KEY: 'x'.repeat(32), MAIL_URL: 'smtp://inbox:1025' };
    const args = ['compose', '-f', 'docker/compose.yaml', '--profile', 'dev', '--profile', 'smtp', 'config', '--quiet'];
    const installed = spawnSync('docker', ['compose', 'version']).status === 0;
    if (!installed) process.stdout.write('docker compose is not installed: its own validation is left out\n');
    const { status, stderr } = installed
      ? spawnSync('docker', args, { cwd: ROOT, env: { ...process.env, ...variables }, encoding: 'utf8' })
      : { status: 0, stderr: '' };
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

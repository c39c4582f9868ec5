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

/** Variables that OpenTelemetry reads directly. */
const TELEMETRY = Object.keys(COMPOSE_VARIABLES).filter((name) => name.startsWith('OTEL_'));

/** Listening addresses inside the container, which Compose does not set. */
const OWN = ['HOST', 'PORT', 'WORKER_PORT', 'SUBMISSION_PORT', 'SUBMISSIONS_PORT', 'FEEDBACK_PORT', 'SMTP_HEALTH_PORT'];

/** Variables that a program could read but does not receive: these programs need only the key for return paths. */
const WITHHELD: Readonly<Record<string, readonly string[]>> = { worker: ['SECRET_KEY'], smtp: ['SECRET_KEY'] };

/** The required variables of `.env`. */
const DEMANDED = {
  POSTGRES_PASSWORD: 'p',
  POSTGRES_OWNER_PASSWORD: 'o',
  POSTGRES_ADMIN_PASSWORD: 'a',
  REDIS_PASSWORD: 'r',
  SECRET_KEY: 's',
  MAIL_URL: 'm',
};

describe('the Compose file', () => {
  test('has a service for each app', () => {
    expect(APPS).toEqual(['api', 'worker', 'smtp']);
  });

  test.each(APPS)('passes exactly the variables to the %s that it reads', (app) => {
    const { required, optional } = PROGRAMS[app as App];
    const read = [...required, ...optional, ...TELEMETRY].filter((name) => ![...OWN, ...(WITHHELD[app] ?? [])].includes(name));
    expect(Object.keys(services[app as App].environment ?? {}).sort()).toEqual(read.sort());
  });

  test('passes a variable with the same value to every app that reads it', () => {
    const given = (app: string): Readonly<Record<string, string>> => services[app as App].environment ?? {};
    // The check for a required variable may be in one place only.
    const plain = (value = ''): string => value.replace(/:\?[^}]*\}/, ':-}');
    for (const app of APPS) {
      for (const [name, value] of Object.entries(given(app))) {
        for (const other of APPS.filter((found) => name in given(found))) {
          expect({ name, other, value: plain(given(other)[name]) }).toEqual({ name, other, value: plain(value) });
        }
      }
    }
  });

  test('runs SMTP only with its profile, mounts the certificate and publishes all three ports', () => {
    expect(services.smtp.profiles).toEqual(['smtp']);
    expect(services.smtp.volumes).toEqual([
      {
        type: 'bind',
        source: '${SMTP_TLS_DIRECTORY:-./tls}',
        target: '/tls',
        read_only: true,
        // Docker would create a missing directory, empty and owned by root.
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

  test('requires no variable for services with a profile that the other services do not require', () => {
    const always = new Set(
      [services.postgres, services.roles, services.redis, services.api, services.worker].flatMap((service) =>
        [...JSON.stringify(service).matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name),
      ),
    );
    for (const service of Object.values(services).filter(({ profiles }) => profiles !== undefined)) {
      for (const [, name] of JSON.stringify(service).matchAll(/\$\{(\w+):\?/g)) expect(always).toContain(name);
    }
  });

  test('uses only variables that are in .env.example', () => {
    const asked = new Set([...text.matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name));
    const example = new Set([...file('.env.example').matchAll(/^# ([A-Z0-9_]+)=/gm)].map(([, name]) => name));
    expect([...asked].filter((name) => !example.has(name))).toEqual([]);
    // COMPOSE_PROFILES is read by Compose itself.
    expect(Object.keys(COMPOSE_VARIABLES).filter((name) => !asked.has(name))).toEqual(['COMPOSE_PROFILES']);
  });

  test('connects the programs to its own database and queue by default', () => {
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

  test('contains no secret, and requires each in .env', () => {
    for (const name of Object.keys(DEMANDED)) expect(text).toContain(`\${${name}:?Set ${name} in .env`);
    expect(file('.gitignore').split('\n')).toContain('.env');
    expect(file('.dockerignore').split('\n')).toContain('**/.env');
  });

  test('runs the programs read-only and without privileges', () => {
    for (const service of ours) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
      if (service !== services.smtp) expect(service.volumes).toBeUndefined();
      expect(service.cap_add).toBeUndefined();
    }
  });

  test('runs the other services without privileges too', () => {
    for (const service of [services.postgres, services.redis, services.roles, services.inbox]) {
      expect(service).toMatchObject({ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    }
    for (const service of [services.postgres, services.redis, services.roles]) expect(service.read_only).toBe(true);
  });

  test('separates the networks of databases, listening programs and connecting programs', () => {
    expect(networks).toEqual({ data: { internal: true }, edge: {}, relay: {} });
    const networksOf = Object.fromEntries(Object.entries(services).map(([name, service]) => [name, service.networks]));
    expect(networksOf).toEqual({
      ...{ postgres: ['data'], roles: ['data'], redis: ['data'], inbox: ['relay'] },
      ...{ migrate: ['data', 'edge'], api: ['data', 'edge'], smtp: ['data', 'edge'], worker: ['data', 'relay'] },
    });
  });

  test('passes the passwords of the superuser and of the table owner to no app', () => {
    for (const app of APPS) expect(JSON.stringify(services[app as App])).not.toMatch(/(?:ADMIN|OWNER)_PASSWORD/);
  });

  test('starts each service after its dependencies are healthy', () => {
    expect(services.roles.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(services.migrate.depends_on).toEqual({ roles: { condition: 'service_completed_successfully' } });
    for (const { depends_on: order } of ours.slice(1)) {
      expect(order).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        redis: { condition: 'service_healthy' },
      });
    }
    for (const { healthcheck } of [services.postgres, services.redis]) expect(healthcheck?.test).toBeDefined();
    // The health checks of the apps are in their images.
    for (const name of APPS) expect(file(`docker/${name}.Dockerfile`)).toMatch(/^HEALTHCHECK .*healthcheck\.js/m);
  });

  test('stores data in volumes, and Redis rejects writes instead of evicting keys', () => {
    expect(services.postgres.image).toMatch(/^postgres:15/);
    expect(services.roles.image).toBe(services.postgres.image);
    expect(services.postgres.volumes).toEqual(['postgres-data:/var/lib/postgresql/data']);
    expect(services.redis.volumes).toEqual(['redis-data:/data']);
    expect(Object.keys(volumes)).toEqual(['postgres-data', 'redis-data']);
    expect(services.redis.command?.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  test('limits the resources of every service, and publishes ports on the loopback address only', () => {
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
    // A published port would prevent running several workers.
    expect(services.worker.ports).toBeUndefined();
  });

  test('has a longer grace period than the shutdown timeout of the programs', () => {
    for (const { stop_grace_period: grace } of ours) expect(Number.parseInt(grace ?? '0', 10)).toBeGreaterThan(30);
  });

  test('matches the Dockerfiles and commands of the images', () => {
    for (const [index, { build }] of ours.entries()) {
      const name = APPS[index - 1] ?? 'api';
      expect(build).toEqual({ context: '..', dockerfile: `docker/${name}.Dockerfile` });
    }
    expect(services.migrate.command).toEqual(['dist/migrate.js']);
    expect(file('docker/api.Dockerfile')).toContain('ENTRYPOINT ["node"]');
    expect(services.inbox.profiles).toEqual(['dev']);
  });

  test('is valid for docker compose, if it is installed', () => {
    const variables = { ...DEMANDED, SECRET_KEY: 'x'.repeat(32), MAIL_URL: 'smtp://inbox:1025' };
    const args = ['compose', '-f', 'docker/compose.yaml', '--profile', 'dev', '--profile', 'smtp', 'config', '--quiet'];
    const installed = spawnSync('docker', ['compose', 'version']).status === 0;
    if (!installed) process.stdout.write('docker compose is not installed: skipping its validation\n');
    const { status, stderr } = installed
      ? spawnSync('docker', args, { cwd: ROOT, env: { ...process.env, ...variables }, encoding: 'utf8' })
      : { status: 0, stderr: '' };
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

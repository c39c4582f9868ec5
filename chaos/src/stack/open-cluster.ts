/** A PostgreSQL server with a migrated database for each row. */
import { randomBytes } from 'node:crypto';
import { findFreePort, PROGRAMS, repositoryRoot, runOnce, type ReleaseStack } from '@sendoff/devstack';
import { startThrowAwayPostgres } from '@sendoff/testkit';
import pg from 'pg';
import { inheritedEnvironment } from './inherited-environment.ts';
import type { Engine } from './engine.ts';

/** A PostgreSQL server that tests may kill. */
export interface Cluster {
  /** Sends SIGKILL to all of its processes. */
  readonly kill: () => Promise<void>;
  readonly startAgain: () => Promise<void>;
  /** Creates a database for this engine, migrated by the migrate command, that `releases` deletes. Resolves with its URL. */
  readonly createDatabase: (engine: Engine, releases: ReleaseStack, signal: AbortSignal) => Promise<string>;
  /** For example `18.4`. */
  readonly version: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Starts a server with fsync on. */
export async function openCluster(): Promise<Cluster> {
  const server = await startThrowAwayPostgres({ durable: true, preferredPort: await findFreePort() });
  const templates = new Map<Engine, Promise<string>>();

  const execute = async (statement: string): Promise<Record<string, string>[]> => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query<Record<string, string>>(statement).finally(() => client.end());
    return rows;
  };
  const urlOf = (name: string): string => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };

  /** Copying a template is faster than running the migrate command each time. */
  async function makeTemplate(engine: Engine, signal: AbortSignal): Promise<string> {
    const name = `chaos_template_${engine}`;
    await execute(`CREATE DATABASE ${name}`);
    const environment = {
      ...inheritedEnvironment(),
      DATABASE_URL: urlOf(name),
      // The value only selects the engine; nothing connects to it.
      ...(engine === 'redis' && { REDIS_URL: 'redis://127.0.0.1:1' }),
    };
    await runOnce({ name: 'migrate', args: [PROGRAMS.migrate], cwd: repositoryRoot(), environment }, signal);
    return name;
  }

  return {
    kill: server.kill,
    startAgain: server.startAgain,
    createDatabase: async (engine, releases, signal) => {
      const making = templates.get(engine) ?? makeTemplate(engine, signal);
      templates.set(engine, making);
      const name = `chaos_${randomBytes(6).toString('hex')}`;
      await execute(`CREATE DATABASE ${name} TEMPLATE ${await making}`);
      releases.push(async () => {
        await execute(`DROP DATABASE ${name} WITH (FORCE)`);
      });
      return urlOf(name);
    },
    version: async () => (await execute('SHOW server_version'))[0]?.['server_version'] ?? 'unknown',
    remove: server.remove,
  };
}

/**
 * Prisma's schema engine, compiled to WebAssembly: it applies the same migrations in the same way
 * and keeps the same `_prisma_migrations` table as `prisma migrate deploy`, with nothing to download.
 */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils';
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm';
import pg from 'pg';

type WasmExports = Readonly<Record<string, () => void>>;

type Bindings = typeof SchemaEngineModule & { __wbg_set_wasm(exports: WasmExports): void };

/** What is used of a global of Node.js that its types leave to the ones of browsers. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: WasmExports } }>;
};

/** How long a migration waits for a table that others use, in seconds. No transaction of Sendoff takes so long. */
const LOCK_TIMEOUT_S = 5;

/** The bindings know one instance of the module, so a process has one. */
let loaded: Promise<Bindings> | undefined;

/**
 * Opens the engine on the database at `url`, lets `use` work with it, and closes it.
 *
 * @param datamodel the text of a `schema.prisma`, where `use` compares with one.
 */
export async function withSchemaEngine<Result>(
  url: string,
  datamodel: string | undefined,
  use: (engine: SchemaEngineModule.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  loaded ??= loadBindings();
  const { SchemaEngine } = await loaded;
  // The engine leaves its adapter's connections to idle; a pool of our own can be ended.
  const pool = new pg.Pool({ connectionString: url });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new AtomicScripts(pool));
    const datamodels: [string, string][] | undefined = datamodel === undefined ? undefined : [['schema.prisma', datamodel]];
    const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter);
    try {
      return await use(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/**
 * Prisma's adapter cuts a script at every semicolon and lets each statement commit by itself. Sent as one
 * message, PostgreSQL makes it one transaction, as it is with Prisma's own command: one that fails leaves nothing.
 *
 * What waits for a table makes all that come after it wait, too: a migration behind a backup would stop Sendoff for as
 * long as the backup takes. So it waits for {@link LOCK_TIMEOUT_S}, and is given up then.
 */
class AtomicScripts extends PrismaPg {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.#pool.query(`SET LOCAL lock_timeout = '${String(LOCK_TIMEOUT_S)}s';\n${script}`).catch((error: unknown) => {
        throw inWordsOfTheEngine(error);
      });
    };
    return adapter;
  }
}

function inWordsOfTheEngine(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = '', severity = 'ERROR', detail, column, hint } = error;
  const message = code === LOCK_NOT_AVAILABLE ? HELD_UP : error.message;
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}

const LOCK_NOT_AVAILABLE = '55P03';
const HELD_UP =
  `another session has held a table that it changes for ${String(LOCK_TIMEOUT_S)} s and more, such as a backup or a long ` +
  'query; pg_stat_activity shows it. Waiting on would have stopped everything that uses the table';

/**
 * The package's own entry imports its `.wasm` as a module, which Node.js before 24 does not do;
 * so the module is instantiated here and handed to the bindings.
 */
async function loadBindings(): Promise<Bindings> {
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Bindings;
  const wasmFile = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), {
    './schema_engine_bg.js': { ...bindings, ...timersThatLetGo(bindings) },
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports['__wbindgen_start']?.();
  return bindings;
}

/**
 * The engine's own limit for waiting on its lock is a timer that it never clears, which would keep a
 * process that is done alive for ten seconds. The name of the import ends in a hash that changes.
 */
function timersThatLetGo(bindings: object): object {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const startTimer = (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
  return Object.fromEntries(names.map((name) => [name, startTimer]));
}

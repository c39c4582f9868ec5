/**
 * Prisma's schema engine, compiled to WebAssembly: it applies migrations and maintains `_prisma_migrations` exactly as
 * `prisma migrate deploy` does, without downloading a binary.
 */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils';
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm';
import pg from 'pg';

type WasmExports = Readonly<Record<string, () => void>>;

type Bindings = typeof SchemaEngineModule & { __wbg_set_wasm(exports: WasmExports): void };

/** The part of this global that we use; the Node.js types leave it to the DOM types. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: WasmExports } }>;
};

/** How long a migration waits for a table lock. No transaction of Sendoff waits this long for one. */
const LOCK_TIMEOUT_S = 5;

/** One per process, since the bindings support a single instance of the module. */
let loaded: Promise<Bindings> | undefined;

/**
 * Opens the engine on the database at `url`, calls `use` with it, and closes it.
 *
 * @param datamodel the text of a `schema.prisma`, when `use` compares with one.
 */
export async function withSchemaEngine<Result>(
  url: string,
  datamodel: string | undefined,
  use: (engine: SchemaEngineModule.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  loaded ??= loadBindings();
  const { SchemaEngine } = await loaded;
  // The engine leaves the connections of its adapter open; our own pool can be closed.
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
 * Prisma's adapter splits a script at every semicolon, and each statement commits separately. Sent as one message, PostgreSQL
 * runs the script in one transaction, as with Prisma's own command, so a failed migration leaves nothing behind.
 *
 * A pending table lock blocks all later statements on the table: a migration that waits for a backup would stop Sendoff for as
 * long as the backup takes. So it fails after {@link LOCK_TIMEOUT_S} seconds.
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
  const message = code === LOCK_NOT_AVAILABLE ? LOCK_TIMED_OUT : error.message;
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}

const LOCK_NOT_AVAILABLE = '55P03';
const LOCK_TIMED_OUT =
  `another session, such as a backup or a long query, has locked a table that it changes for more than ${String(LOCK_TIMEOUT_S)} s ` +
  '(see pg_stat_activity). Waiting longer would block everything that uses the table';

/**
 * The package's entry point imports its `.wasm` as a module, which Node.js before 24 does not support, so the module is
 * instantiated here.
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
 * The engine never clears the timer of its lock timeout, which would keep a finished process alive for ten seconds. The name
 * of the import ends in a hash that changes.
 */
function timersThatLetGo(bindings: object): object {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const startTimer = (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
  return Object.fromEntries(names.map((name) => [name, startTimer]));
}

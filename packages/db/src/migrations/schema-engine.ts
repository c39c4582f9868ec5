/**
 * Prisma's schema engine, compiled to WebAssembly: it applies the same migrations in the same way
 * and keeps the same `_prisma_migrations` table as `prisma migrate deploy`, with nothing to download.
 */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm';

type WasmExports = Readonly<Record<string, () => void>>;

type Bindings = typeof SchemaEngineModule & { __wbg_set_wasm(exports: WasmExports): void };

/** What is used of a global of Node.js that its types leave to the ones of browsers. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: WasmExports } }>;
};

/** The engine on the database at `url`, knowing the schema `datamodel` where it is to compare against one. */
export async function openSchemaEngine(url: string, datamodel?: string): Promise<SchemaEngineModule.SchemaEngine> {
  const bindings = await loadBindings();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const datamodels: [string, string][] | undefined = datamodel === undefined ? undefined : [['schema.prisma', datamodel]];
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
}

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
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports['__wbindgen_start']?.();
  return bindings;
}

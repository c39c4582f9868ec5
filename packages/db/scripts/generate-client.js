/**
 * Generates the Prisma client into src/generated, and has it let go of the text of its query compiler.
 *
 * `prisma generate` itself needs no native engine, but refuses to run before it has found or
 * downloaded one. Naming any existing file as that engine lets it run where nothing can be downloaded.
 */
import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
const run = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], {
  cwd: new URL('..', import.meta.url),
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
  encoding: 'utf8',
});
if (run.status !== 0) {
  console.error(run.stdout, run.stderr);
  process.exit(1);
}

/**
 * The compiler is WebAssembly, written in base64 as the one constant of a module. A module that is imported stays in memory with
 * its text, here 4.6 MB in every process; the text of a file that is read does not.
 */
const IMPORT = /const \{ wasm \} = await import\("(@prisma\/client\/runtime\/[\w.-]+\.wasm-base64)\.mjs"\)/;
const READ = (module) => `const { createRequire } = await import('node:module')
    const { readFileSync } = await import('node:fs')
    const text = readFileSync(createRequire(import.meta.url).resolve("${module}.js"), 'latin1')
    const wasm = text.slice(text.indexOf('"') + 1, text.lastIndexOf('"'))`;

const file = new URL('../src/generated/internal/class.ts', import.meta.url);
const generated = readFileSync(file, 'utf8');
const module = IMPORT.exec(generated)?.[1];
if (module === undefined || !isWebAssembly(module)) {
  console.error(`Prisma imports its query compiler in another way now. Look at ${file.pathname} and at ${import.meta.filename}.`);
  process.exit(1);
}
writeFileSync(
  file,
  generated.replace(IMPORT, () => READ(module)),
);

/** Whether what the client will read is what it needs: WebAssembly begins with these four bytes. */
function isWebAssembly(module) {
  const text = readFileSync(createRequire(file).resolve(`${module}.js`), 'latin1');
  const wasm = text.slice(text.indexOf('"') + 1, text.lastIndexOf('"'));
  return Buffer.from(wasm.slice(0, 8), 'base64').toString('latin1').startsWith('\0asm');
}

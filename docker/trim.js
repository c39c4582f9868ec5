/**
 * Takes out of a deployed package what no program reads when it runs:
 *
 *   node trim.js DIRECTORY
 *
 * Fails when native code is left: an image is built once for every platform.
 */
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Paths that go, seen from the directory. */
const UNUSED = [
  // For compilers, debuggers and readers.
  /\.d\.[cm]?ts$/,
  /\.map$/,
  /\.tsbuildinfo$/,
  // Prisma's query compilers for other databases, the fast one, which the client is not made with (compilerBuild in
  // schema.prisma), and what is for runtimes that read wasm in another way.
  /\/@prisma\/client\/runtime\/query_compiler_\w+\.(?:cockroachdb|mysql|sqlite|sqlserver)\./,
  /\/@prisma\/client\/runtime\/query_compiler_fast_bg\./,
  /\/@prisma\/client\/runtime\/wasm-compiler-edge\./,
  // An accelerator in native code; msgpackr does without.
  /\/\.pnpm\/@msgpackr-extract\+[^/]+$/,
  /\/\.pnpm\/msgpackr-extract@[^/]+$/,
  /\/node_modules\/msgpackr-extract$/,
];

const root = process.argv[2];
if (root === undefined) {
  console.error('trim.js: say which directory');
  process.exit(2);
}

const native = trim(root);
if (native.length > 0) {
  console.error(`Native code is left, which would work on one platform only:\n${native.join('\n')}`);
  process.exit(1);
}

/** @returns {string[]} the files of native code that are left in `directory` */
function trim(directory) {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (UNUSED.some((pattern) => pattern.test(path))) {
      rmSync(path, { recursive: true });
      return [];
    }
    const found = lstatSync(path);
    if (found.isDirectory()) return trim(path);
    return name.endsWith('.node') ? [path] : [];
  });
}

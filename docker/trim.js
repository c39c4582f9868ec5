/**
 * Removes from a deployed package what no program needs at runtime:
 *
 *   node trim.js DIRECTORY
 *
 * Fails if native code remains, because an image is built once for all platforms.
 */
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Paths to remove, relative to the directory. */
const UNUSED = [
  // Types, source maps and documentation.
  /\.d\.[cm]?ts$/,
  /\.map$/,
  /\.tsbuildinfo$/,
  // Prisma's query compilers for other databases, the fast one (the client uses the one of compilerBuild in schema.prisma), and the
  // ones for runtimes that load wasm differently.
  /\/@prisma\/client\/runtime\/query_compiler_\w+\.(?:cockroachdb|mysql|sqlite|sqlserver)\./,
  /\/@prisma\/client\/runtime\/query_compiler_fast_bg\./,
  /\/@prisma\/client\/runtime\/wasm-compiler-edge\./,
  // An optional native accelerator; msgpackr works without it.
  /\/\.pnpm\/@msgpackr-extract\+[^/]+$/,
  /\/\.pnpm\/msgpackr-extract@[^/]+$/,
  /\/node_modules\/msgpackr-extract$/,
];

const root = process.argv[2];
if (root === undefined) {
  console.error('trim.js: the directory is missing');
  process.exit(2);
}

const native = trim(root);
if (native.length > 0) {
  console.error(`Native code is left, which would work on one platform only:\n${native.join('\n')}`);
  process.exit(1);
}

/** @returns {string[]} the native code files that remain in `directory` */
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

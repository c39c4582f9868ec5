/**
 * Whether the last build is still good, found out without Turborepo: that takes a second, and a package manager that can
 * be reached. Compared are the contents of all sources and the size and time of every built file.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packageDirectories, ROOT } from './workspace.js';

/** Beside the packages, so that it goes when they go. */
const FILE = 'node_modules/.cache/sendoff/build.json';

/** What a build depends on besides the packages. */
const ROOT_FILES = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'turbo.json'];

/** Made by building, testing and installing. */
const NO_SOURCES = new Set(['node_modules', 'dist', 'generated', 'coverage']);
const BUILT = new Set(['dist', 'generated']);

/**
 * A number that changes with every source, added, changed or removed.
 *
 * @returns {string}
 */
export function hashSources(root = ROOT) {
  const hash = createHash('sha256');
  const files = ROOT_FILES.map((name) => join(root, name));
  for (const directory of packageDirectories(root)) files.push(...walk(directory, (name) => !NO_SOURCES.has(name)));
  for (const file of files) {
    const content = readIfThere(file);
    hash.update(`${relative(root, file)}\0${String(content?.length)}\0`);
    if (content !== undefined) hash.update(content);
  }
  return hash.digest('hex');
}

/**
 * Whether what was built from `sources` is there, as the last build left it.
 *
 * @param {string} sources as {@link hashSources} returns it
 */
export function isBuilt(sources, root = ROOT) {
  const known = readIfThere(join(root, FILE));
  return known?.toString() === describe(sources, root);
}

/**
 * To be called after a build of `sources`.
 *
 * @param {string} sources as {@link hashSources} returned it before the build
 */
export function recordBuild(sources, root = ROOT) {
  const file = join(root, FILE);
  mkdirSync(dirname(file), { recursive: true });
  // Not written in place: two builds may end at the same time.
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, describe(sources, root));
  renameSync(draft, file);
}

/**
 * @param {string} sources
 * @param {string} root
 */
function describe(sources, root) {
  const hash = createHash('sha256');
  for (const directory of packageDirectories(root)) {
    for (const file of walk(directory, (name) => name !== 'node_modules')) {
      const path = relative(directory, file);
      if (!path.split(/[\\/]/).some((name) => BUILT.has(name))) continue;
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(root, file)}\0${String(size)}\0${String(mtimeMs)}\0`);
    }
  }
  return JSON.stringify({ sources, built: hash.digest('hex') });
}

/**
 * The files below a directory in a fixed order, without those whose names begin with a dot.
 *
 * @param {string} directory
 * @param {(name: string) => boolean} isWanted of each folder
 * @returns {string[]}
 */
function walk(directory, isWanted) {
  const entries = readdirSync(directory, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return isWanted(entry.name) ? walk(path, isWanted) : [];
    return entry.isFile() ? [path] : [];
  });
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

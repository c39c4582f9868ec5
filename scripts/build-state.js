/**
 * Checks whether the last build is up to date without Turborepo, which takes a second and needs a package manager. It compares the
 * content of all sources, and the size and time of every built file.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packageDirectories, ROOT } from './workspace.js';

/** In node_modules, so that it is deleted with the installed packages. */
const FILE = 'node_modules/.cache/sendoff/build.json';

/** Files outside the packages that a build depends on. */
const ROOT_FILES = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'turbo.json'];

/** Directories created by building, testing and installing. */
const NO_SOURCES = new Set(['node_modules', 'dist', 'generated', 'coverage']);
const BUILT = new Set(['dist', 'generated']);

/**
 * A hash of the paths and contents of all sources.
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
 * Whether the build of `sources` exists unchanged.
 *
 * @param {string} sources the result of {@link hashSources}
 */
export function isBuilt(sources, root = ROOT) {
  const known = readIfThere(join(root, FILE));
  return known?.toString() === describe(sources, root);
}

/**
 * Records a build of `sources`; to be called after it.
 *
 * @param {string} sources the result of {@link hashSources} before the build
 */
export function recordBuild(sources, root = ROOT) {
  const file = join(root, FILE);
  mkdirSync(dirname(file), { recursive: true });
  // Written to another file and renamed, since two builds may end at the same time.
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
 * The files below a directory in a fixed order, without hidden ones.
 *
 * @param {string} directory
 * @param {(name: string) => boolean} isWanted decides by the name of a folder whether to descend into it
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

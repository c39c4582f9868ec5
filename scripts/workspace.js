/** Locates the packages of the workspace. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The directories of all packages, as in pnpm-workspace.yaml.
 *
 * @returns {string[]}
 */
export function packageDirectories(root = ROOT) {
  const below = ['apps', 'packages'].flatMap((folder) => list(join(root, folder)));
  const beside = ['e2e', 'chaos', 'docker', 'bench'].map((name) => join(root, name));
  return [...below, ...beside].filter((directory) => existsSync(join(directory, 'package.json')));
}

/** @param {string} folder */
function list(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

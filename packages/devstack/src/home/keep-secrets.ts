/** The secrets that are created once and kept in `SENDOFF_HOME`. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The secrets of the local services. */
export interface Secrets {
  /** The value of `SECRET_KEY`, if it is not set. */
  readonly secretKey: string;
  /** The superuser password of the embedded PostgreSQL. */
  readonly postgresPassword: string;
}

const FILE = 'secrets.json';

/**
 * Returns the secrets, created on the first call. Hexadecimal, so that they need no encoding in URLs.
 *
 * @throws {Error} when the file is damaged.
 */
export function keepSecrets(home: string): Secrets {
  const file = join(home, FILE);
  return readSecrets(file) ?? makeSecrets(file);
}

function readSecrets(file: string): Secrets | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const found = parse(text);
  if (typeof found.secretKey !== 'string' || typeof found.postgresPassword !== 'string') {
    throw new Error(
      `${file} is damaged. Restore it, or remove ${dirname(file)} to start over, which deletes the emails stored there.`,
    );
  }
  return { secretKey: found.secretKey, postgresPassword: found.postgresPassword };
}

function parse(text: string): { readonly [Name in keyof Secrets]?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as { readonly [Name in keyof Secrets]?: unknown };
  } catch {
    return {};
  }
}

/** Links a finished file: if two commands start at once, one creates the secrets and both use them. */
function makeSecrets(file: string): Secrets {
  const secrets: Secrets = { secretKey: randomBytes(32).toString('hex'), postgresPassword: randomBytes(24).toString('hex') };
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return keepSecrets(dirname(file));
  } finally {
    rmSync(draft, { force: true });
  }
  return secrets;
}

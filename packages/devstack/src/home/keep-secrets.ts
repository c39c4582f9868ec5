/** The secrets that are made once and then kept in `SENDOFF_HOME`. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the embedded parts need to keep to themselves. */
export interface Secrets {
  /** Value of `SECRET_KEY` where none is set. */
  readonly secretKey: string;
  /** Password of the embedded PostgreSQL's superuser. */
  readonly postgresPassword: string;
}

const FILE = 'secrets.json';

/**
 * The secrets of the home, made at the first call. Hexadecimal, so that they fit into a URL as they are.
 *
 * @throws {Error} when the file is there and does not hold them.
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
      `${file} is damaged. Restore it, or remove ${dirname(file)} to begin anew, which deletes the emails kept there.`,
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

/** A link to a finished file: of two commands that start at once, one makes the secrets and both use them. */
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

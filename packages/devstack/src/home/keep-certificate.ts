/** The SMTP certificate of this machine, created once and kept in `SENDOFF_HOME`. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';
import type { Plan } from '../plan-parts.ts';

/** The paths of the two PEM files. */
export interface KeptCertificate {
  readonly cert: string;
  readonly key: string;
}

/** The longest validity that Apple platforms accept. */
const VALID_DAYS = 825;
/** Days before its expiry at which it is replaced. */
const RENEW_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Returns a self-signed certificate for `localhost`, 127.0.0.1 and ::1 in `<home>/tls`. It is created on the first call, and
 * again when it is about to expire or its key does not match.
 */
export async function keepCertificate(home: string): Promise<KeptCertificate> {
  const directory = join(home, 'tls');
  const files = { cert: join(directory, 'smtp.crt'), key: join(directory, 'smtp.key') };
  if (isGood(files)) return files;

  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - DAY_MS),
    notAfterDate: new Date(Date.now() + VALID_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  mkdirSync(directory, { recursive: true });
  // The certificate is written last, which completes the pair.
  place(files.key, made.private);
  place(files.cert, made.cert);
  return files;
}

/** The variables for the certificate, unless the environment sets them. */
export async function certificateVariables({ home, missing }: Pick<Plan, 'home' | 'missing'>): Promise<ChildEnvironment> {
  if (!missing.certificate) return {};
  const { cert, key } = await keepCertificate(home);
  return { SMTP_TLS_CERT: cert, SMTP_TLS_KEY: key };
}

function isGood({ cert, key }: KeptCertificate): boolean {
  try {
    const certificate = new X509Certificate(readFileSync(cert));
    if (!certificate.checkPrivateKey(createPrivateKey(readFileSync(key)))) return false;
    return Date.parse(certificate.validTo) > Date.now() + RENEW_DAYS * DAY_MS;
  } catch {
    return false;
  }
}

function place(file: string, content: string): void {
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, file);
}

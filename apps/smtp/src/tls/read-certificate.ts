/** The certificate with which SMTP proves its name. */
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

/** Where a certificate is: two PEM files. */
export interface CertificateFiles {
  /** The certificate, and those that lead to its root. */
  readonly cert: string;
  readonly key: string;
}

/** A certificate with its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Why it cannot be used; names the variable to look at. */
export class InvalidCertificate extends Error {}

/** Reads both files. @throws {InvalidCertificate} when one cannot be read, or they do not belong together. */
export function readCertificate(files: CertificateFiles): Certificate {
  const certificate = {
    cert: readPem('SMTP_TLS_CERT', files.cert),
    key: readPem('SMTP_TLS_KEY', files.key),
  };
  try {
    createSecureContext(certificate);
  } catch (error) {
    throw new InvalidCertificate(
      `SMTP_TLS_CERT and SMTP_TLS_KEY hold no certificate with its private key as PEM: ${(error as Error).message}.`,
    );
  }
  return certificate;
}

function readPem(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InvalidCertificate(`${variable} names a file that cannot be read: ${(error as Error).message}.`);
  }
}

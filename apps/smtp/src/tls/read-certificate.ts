/** Reads the TLS certificate of SMTP. */
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

/** The two PEM files of a certificate. */
export interface CertificateFiles {
  /** The certificate and its chain. */
  readonly cert: string;
  readonly key: string;
}

/** A certificate with its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate that cannot be used; the message names the environment variable. */
export class InvalidCertificate extends Error {}

/** Reads both files. @throws {InvalidCertificate} when a file cannot be read, or the key does not belong to the certificate. */
export function readCertificate(files: CertificateFiles): Certificate {
  const certificate = {
    cert: readPem('SMTP_TLS_CERT', files.cert),
    key: readPem('SMTP_TLS_KEY', files.key),
  };
  try {
    createSecureContext(certificate);
  } catch (error) {
    throw new InvalidCertificate(
      `SMTP_TLS_CERT and SMTP_TLS_KEY are not a PEM certificate with its private key: ${(error as Error).message}.`,
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

import { unwatchFile, watchFile } from 'node:fs';
import type { Logger } from '@sendoff/runtime';
import { InvalidCertificate, readCertificate, type Certificate, type CertificateFiles } from './read-certificate.ts';

/** Certificates are valid for weeks, so a renewal is not urgent. */
const LOOK_EVERY_MS = 10_000;

/** What to do with a new certificate. */
export interface CertificateWatch {
  readonly use: (certificate: Certificate) => void;
  readonly logger: Logger;
  /** How often the files are checked, in milliseconds. */
  readonly lookEveryMs?: number;
}

/**
 * Reloads the certificate when one of its files changes, and on SIGHUP. If the new one cannot be used, the error is logged and
 * the previous one stays in use: the two files are rarely replaced at the same moment, and the second change completes the pair.
 *
 * The files are polled instead of watched, because they often are chains of symbolic links on separate volumes.
 *
 * @returns a function that stops watching.
 */
export function watchCertificate(files: CertificateFiles, { use, logger, lookEveryMs = LOOK_EVERY_MS }: CertificateWatch) {
  const read = (): void => {
    try {
      use(readCertificate(files));
      logger.info('certificate reloaded');
    } catch (error) {
      if (!(error instanceof InvalidCertificate)) throw error;
      logger.error({ err: error }, 'new certificate is invalid; the previous one stays in use');
    }
  };
  const paths = [files.cert, files.key];
  for (const path of paths) watchFile(path, { interval: lookEveryMs, persistent: false }, read);
  process.on('SIGHUP', read);
  return (): void => {
    for (const path of paths) unwatchFile(path, read);
    process.off('SIGHUP', read);
  };
}

import { unwatchFile, watchFile } from 'node:fs';
import type { Logger } from '@sendoff/runtime';
import { InvalidCertificate, readCertificate, type Certificate, type CertificateFiles } from './read-certificate.ts';

/** Certificates last for weeks, and their renewal is not urgent. */
const LOOK_EVERY_MS = 10_000;

/** What is to be done with a new certificate, and who may say that there is one. */
export interface CertificateWatch {
  readonly use: (certificate: Certificate) => void;
  readonly logger: Logger;
  /** How often the files are looked at, in milliseconds. */
  readonly lookEveryMs?: number;
}

/**
 * Hands over the certificate again whenever one of its files changes, and on SIGHUP. One that cannot be
 * used is logged, and the one before stays: the two files are seldom replaced at the same moment, and the
 * second one makes it whole.
 *
 * The files are asked for their state rather than watched, since they often are links, to links, on
 * volumes of their own.
 *
 * @returns a function that ends the watch.
 */
export function watchCertificate(files: CertificateFiles, { use, logger, lookEveryMs = LOOK_EVERY_MS }: CertificateWatch) {
  const read = (): void => {
    try {
      use(readCertificate(files));
      logger.info('the certificate was read again');
    } catch (error) {
      if (!(error instanceof InvalidCertificate)) throw error;
      logger.error({ err: error }, 'the new certificate cannot be used; the one before stays');
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

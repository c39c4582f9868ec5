import { readFileSync } from 'node:fs';
import { keepCertificate } from '../home/keep-certificate.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** A self-signed certificate for this machine, as PEM, whose files are deleted. */
export async function temporaryCertificate(): Promise<{ readonly cert: string; readonly key: string }> {
  const directory = temporaryDirectory();
  try {
    const { cert, key } = await keepCertificate(directory.path);
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  } finally {
    directory.remove();
  }
}

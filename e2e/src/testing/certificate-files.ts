import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryCertificate } from '@sendoff/testkit';
import type { Releases } from './releases.ts';
import type { Variables } from './start-program.ts';

/** Writes a self-signed certificate to files and returns the variables that name them. */
export async function certificateFiles(releases: Releases): Promise<Variables> {
  const { cert, key } = await temporaryCertificate();
  const directory = mkdtempSync(join(tmpdir(), 'sendoff-e2e-'));
  releases.add(() => rmSync(directory, { recursive: true }));
  const files = { SMTP_TLS_CERT: join(directory, 'smtp.crt'), SMTP_TLS_KEY: join(directory, 'smtp.key') };
  writeFileSync(files.SMTP_TLS_CERT, cert);
  writeFileSync(files.SMTP_TLS_KEY, key);
  return files;
}

/** Creates a self-signed certificate for Compose to mount. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryCertificate } from '@sendoff/testkit';

/** Returns the directory for `SMTP_TLS_DIRECTORY` and the certificate as PEM; `remove` deletes both. */
export async function placeCertificate() {
  const { cert, key } = await temporaryCertificate();
  const directory = mkdtempSync(join(tmpdir(), 'sendoff-check-tls-'));
  // Readable for the user of the image, whichever user runs this.
  chmodSync(directory, 0o755);
  for (const [name, content] of [
    ['fullchain.pem', cert],
    ['privkey.pem', key],
  ] as const) {
    writeFileSync(join(directory, name), content, { mode: 0o644 });
  }
  return { directory, cert, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

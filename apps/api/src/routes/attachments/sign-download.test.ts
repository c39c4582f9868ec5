import { describe, expect, test } from '@jest/globals';
import { openDownloadSigner } from './sign-download.ts';

const DOWNLOAD = { emailId: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b', attachmentId: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5c' };
const START = Date.parse('2026-04-03T22:13:42.674Z');

const clock = { now: START };
const signer = openDownloadSigner('x'.repeat(32), 'https://mail.example.com/', () => clock.now);

function signed() {
  clock.now = START;
  const { url, expiresAt } = signer.sign(DOWNLOAD);
  const query = new URL(url).searchParams;
  const proof = {
    email: query.get('email') ?? '',
    expires: Number(query.get('expires')),
    signature: query.get('signature') ?? '',
  };
  return { url, expiresAt, proof };
}

describe('a link', () => {
  test('is forged when anything in it is changed', () => {
    const { proof } = signed();
    const id = DOWNLOAD.attachmentId;
    const other = DOWNLOAD.emailId.replace('5b', '00');
    expect(signer.verify(id, { ...proof, expires: proof.expires + 1 })).toBe('forged');
    expect(signer.verify(id, { ...proof, email: other })).toBe('forged');
    expect(signer.verify(other, proof)).toBe('forged');
    expect(signer.verify(id, { ...proof, signature: '' })).toBe('forged');
    expect(signer.verify(id, { ...proof, signature: 'x'.repeat(43) })).toBe('forged');
    expect(openDownloadSigner('y'.repeat(32), 'https://x', () => clock.now).verify(id, proof)).toBe('forged');
  });

  test('works for an hour and not longer', () => {
    const { proof, expiresAt } = signed();
    expect(signer.verify(DOWNLOAD.attachmentId, proof)).toBe('valid');
    clock.now = expiresAt.getTime() - 1;
    expect(signer.verify(DOWNLOAD.attachmentId, proof)).toBe('valid');
    clock.now = expiresAt.getTime();
    expect(signer.verify(DOWNLOAD.attachmentId, proof)).toBe('expired');
    expect(expiresAt.getTime() - START).toBeGreaterThan(3_599_000);
    expect(expiresAt.getTime() - START).toBeLessThanOrEqual(3_600_000);
  });

  test('leads to the public address, whatever host a request named', () => {
    expect(signed().url).toMatch(
      /^https:\/\/mail\.example\.com\/attachments\/019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5c\/download\?email=[0-9a-f-]{36}&expires=\d+&signature=[\w-]{43}$/,
    );
  });

  test('works in whatever case the ids are written', () => {
    const { proof } = signed();
    expect(signer.verify(DOWNLOAD.attachmentId.toUpperCase(), { ...proof, email: proof.email.toUpperCase() })).toBe('valid');
  });
});

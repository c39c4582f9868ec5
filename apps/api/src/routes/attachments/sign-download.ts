/** Signed download links, which work without an API key for a limited time. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '@sendoff/runtime';

/** Milliseconds for which a link is valid. */
const LIFETIME_MS = 3_600_000;

/** Which file of which email. */
export interface Download {
  readonly emailId: string;
  readonly attachmentId: string;
}

/** The query parameters of a link. */
export interface DownloadProof {
  readonly email: string;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly signature: string;
}

/** A link and its expiry. */
export interface SignedDownload {
  readonly url: string;
  readonly expiresAt: Date;
}

/** Creates and verifies links. */
export interface DownloadSigner {
  sign(download: Download): SignedDownload;
  verify(attachmentId: string, proof: DownloadProof): 'valid' | 'expired' | 'forged';
}

/**
 * Signs with HMAC-SHA256 (RFC 2104) over both ids and the time of expiry.
 *
 * @param publicUrl what links begin with.
 * @param wallClock milliseconds since 1970.
 */
export function openDownloadSigner(secretKey: string, publicUrl: string, wallClock: () => number): DownloadSigner {
  const key = deriveKey('download', secretKey);
  const signatureOf = ({ emailId, attachmentId }: Download, expires: number): Buffer =>
    createHmac('sha256', key)
      .update([emailId, attachmentId, String(expires)].join('\n').toLowerCase())
      .digest();

  return {
    sign: (download) => {
      const expires = Math.floor((wallClock() + LIFETIME_MS) / 1000);
      const query = new URLSearchParams({
        email: download.emailId,
        expires: String(expires),
        signature: signatureOf(download, expires).toString('base64url'),
      });
      const path = `/attachments/${download.attachmentId}/download`;
      return {
        url: `${publicUrl.replace(/\/+$/, '')}${path}?${query.toString()}`,
        expiresAt: new Date(expires * 1000),
      };
    },
    verify: (attachmentId, { email, expires, signature }) => {
      const expected = signatureOf({ emailId: email, attachmentId }, expires);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
      return wallClock() < expires * 1000 ? 'valid' : 'expired';
    },
  };
}

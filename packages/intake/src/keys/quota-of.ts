/** The quotas of a key. */
import { SendoffError } from '@sendoff/core';
import type { ActiveApiKey, ExceededQuota, KeyQuota, QuotaUse, Submission } from '@sendoff/db';

const DAY_S = 86_400;

/** The quotas of a key; null without quotas, for which nothing is counted. */
export function quotaOf({ id, restrictions: { dailyEmails, dailyBytes, maxScheduled } }: ActiveApiKey): KeyQuota | null {
  if (dailyEmails === null && dailyBytes === null && maxScheduled === null) return null;
  return { apiKeyId: id, dailyEmails, dailyBytes, maxScheduled };
}

/** The quota usage of emails. Attachments that are fetched later have no bytes yet. */
export function quotaUseOf(submissions: readonly Submission[]): QuotaUse {
  return {
    emails: submissions.length,
    bytes: submissions.reduce((sum, submission) => sum + bytesOf(submission), 0),
    scheduled: submissions.filter(({ scheduledAt }) => scheduledAt !== null).length,
  };
}

function bytesOf({ message, html, text, attachments }: Submission): number {
  if (message !== undefined) return message.bytes.length;
  const files = attachments.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  return Buffer.byteLength(html ?? '') + Buffer.byteLength(text ?? '') + files;
}

/**
 * The error for an exceeded quota.
 *
 * @param exceeded.most the limit of the quota.
 * @param now milliseconds since 1970.
 */
export function overQuota({ quota, most }: { readonly quota: ExceededQuota; readonly most: number }, now: number): SendoffError {
  const emails = most === 1 ? '1 email' : `${String(most)} emails`;
  if (quota === 'maxScheduled') {
    return new SendoffError('too_many_scheduled', `This API key may have ${emails} scheduled at once, and this would be more.`, {
      retryAfter: 60,
    });
  }
  const what = quota === 'dailyEmails' ? emails : `${String(most)} bytes of email`;
  return new SendoffError('daily_quota_exceeded', `This API key may send ${what} a day (UTC), and this would be more.`, {
    retryAfter: DAY_S - (Math.floor(now / 1000) % DAY_S),
  });
}

import { hostname } from 'node:os';
import type { SmtpEnvironment } from '@sendoff/config';
import { returnPathKey } from '@sendoff/runtime';
import { openReturnPaths, type ReturnPaths } from '@sendoff/feedback/return-path';
import { readCertificate } from '../tls/read-certificate.ts';
import type { FeedbackServerSettings } from './open-feedback-server.ts';

/**
 * The settings of the feedback server; null without `RETURN_PATH_DOMAIN` or a secret, where bounces go to the senders of the
 * emails.
 */
export function feedbackSettings(
  environment: SmtpEnvironment,
): (FeedbackServerSettings & { readonly returnPaths: ReturnPaths }) | null {
  const { RETURN_PATH_DOMAIN: domain, SMTP_TLS_CERT: cert, SMTP_TLS_KEY: key } = environment;
  const secret = returnPathKey(environment);
  if (domain === undefined || secret === undefined) return null;
  return {
    host: environment.HOST,
    port: environment.FEEDBACK_PORT,
    hostname: environment.SMTP_HOSTNAME ?? hostname(),
    certificate: cert === undefined || key === undefined ? null : readCertificate({ cert, key }),
    limits: { total: environment.SMTP_MAX_CONNECTIONS, perAddress: environment.SMTP_MAX_CONNECTIONS_PER_ADDRESS },
    returnPaths: openReturnPaths({ domain, key: secret }),
  };
}

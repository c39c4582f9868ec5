/** Settings and banner that `start` and `dev` share. */
import { makeSignInToken } from '@sendoff/runtime';
import type { Ports } from '../choose-ports.ts';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';
import type { Plan } from '../plan-parts.ts';
import type { InboxWish, Parts } from '../provide-parts.ts';
import { banner, localUrl } from './banner.ts';

/** The options to start the inbox on its ports. */
export const inboxWish = (ports: Ports): InboxWish => ({
  start: true,
  smtpPort: ports.INBOX_SMTP_PORT,
  webPort: ports.INBOX_PORT,
});

/** The environment of the apps: with their ports, and readable logs unless configured otherwise. */
export const appEnvironment = (environment: ChildEnvironment, ports: Ports): ChildEnvironment => ({
  LOG_FORMAT: 'pretty',
  ...environment,
  ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
});

/** The running system. */
export interface RunningSystem {
  readonly root: string;
  readonly plan: Plan;
  readonly ports: Ports;
  readonly parts: Parts;
  /** The output of the CLI when it created the first key; empty if there was one. */
  readonly newKey: string;
  readonly inboxUrl: string | undefined;
  /** The URL of the dashboard, if it differs from that of the API. */
  readonly dashboardUrl?: string;
}

/** The banner of a running system. */
export function bannerFor({ root, plan, ports, parts, newKey, inboxUrl, dashboardUrl }: RunningSystem): string {
  const apiUrl = localUrl(plan.local.HOST, ports.PORT);
  return banner({
    root,
    apiUrl,
    signInUrl: signInUrl(dashboardUrl ?? parts.environment['PUBLIC_URL'] ?? apiUrl, parts.environment['SECRET_KEY'] ?? ''),
    submission: new URL(localUrl(plan.local.HOST, ports.SUBMISSION_PORT)).host,
    inboxUrl,
    dataDirectory: parts.postgres?.dataDirectory,
    queue: plan.local.REDIS_URL === undefined ? 'PostgreSQL' : 'Redis',
    newKey: newKey.trim() === '' ? undefined : newKey.trim(),
  });
}

/** The token is in the fragment of the URL, which is never sent to a server or logged. */
const signInUrl = (dashboardUrl: string, secretKey: string): string =>
  `${dashboardUrl.replace(/\/+$/, '')}/dashboard/sign-in#${makeSignInToken(secretKey, Date.now())}`;

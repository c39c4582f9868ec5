/** What `start` and `dev` make of their configuration in the same way. */
import { makeSignInToken } from '@sendoff/runtime';
import type { Ports } from '../choose-ports.ts';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';
import type { Plan } from '../plan-parts.ts';
import type { InboxWish, Parts } from '../provide-parts.ts';
import { banner, localUrl } from './banner.ts';

/** The inbox, to be started on its ports. */
export const inboxWish = (ports: Ports): InboxWish => ({
  start: true,
  smtpPort: ports.INBOX_SMTP_PORT,
  webPort: ports.INBOX_PORT,
});

/** For the apps: on their ports, with logs that people can read unless they want others. */
export const appEnvironment = (environment: ChildEnvironment, ports: Ports): ChildEnvironment => ({
  LOG_FORMAT: 'pretty',
  ...environment,
  ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
});

/** What runs. */
export interface RunningSystem {
  readonly root: string;
  readonly plan: Plan;
  readonly ports: Ports;
  readonly parts: Parts;
  /** What the CLI printed when it was asked for a first key. */
  readonly newKey: string;
  readonly inboxUrl: string | undefined;
  /** Where the dashboard is, when it is not where the API is. */
  readonly dashboardUrl?: string;
}

/** The text for the person at the terminal. */
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

/** The token stands behind the `#`, where no server and no log sees it. */
const signInUrl = (dashboardUrl: string, secretKey: string): string =>
  `${dashboardUrl.replace(/\/+$/, '')}/dashboard/sign-in#${makeSignInToken(secretKey, Date.now())}`;

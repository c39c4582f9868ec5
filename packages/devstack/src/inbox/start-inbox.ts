/** The capture inbox: accepts any email over SMTP, delivers none, and shows them on a web page. */
import { isPortFree } from '../ports.ts';
import { PortTaken } from '../port-taken.ts';
import { refuseOtherSites } from './refuse-other-sites.ts';

/** Options of the inbox. Port 0 chooses a free one. */
export interface InboxOptions {
  readonly smtpPort: number;
  readonly webPort: number;
  /** The directory for emails. */
  readonly directory: string;
}

/** A running inbox. */
export interface Inbox {
  /** For `MAIL_URL`. */
  readonly smtpUrl: string;
  /** The web page; its REST API is at `/api/email`. */
  readonly webUrl: string;
  readonly stop: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Maximum number of emails, because all are in memory; older ones are removed. */
const EMAILS_KEPT = 500;

/** How long to wait for SMTP clients that keep their connections open. */
const STOP_TIMEOUT_MS = 2000;

/**
 * Starts the inbox on 127.0.0.1.
 *
 * @throws {PortTaken} with the variable to set.
 */
export async function startInbox(options: InboxOptions): Promise<Inbox> {
  await refuseTakenPorts(options);
  // Loaded on demand, because it loads slowly and is not always needed.
  const { MailDev } = await import('maildev');
  const maildev = new MailDev({
    smtp: options.smtpPort,
    ip: LOOPBACK,
    web: options.webPort,
    webIp: LOOPBACK,
    mailDirectory: options.directory,
    maxEmails: EMAILS_KEPT,
    maxMessageSize: 0,
    silent: true,
  });
  const { smtp, api: web } = await withoutConsoleInfo(() => maildev.start());
  if (!web) throw new Error('The capture inbox started without its web page.');
  refuseOtherSites(web.server.server);

  return {
    smtpUrl: `smtp://${LOOPBACK}:${String(smtp.getPort())}`,
    webUrl: `http://${LOOPBACK}:${String(web.getPort())}`,
    stop: () => settleWithin(STOP_TIMEOUT_MS, maildev.stop()),
  };
}

async function refuseTakenPorts({ smtpPort, webPort }: InboxOptions): Promise<void> {
  if (!(await isPortFree(smtpPort, LOOPBACK))) throw new PortTaken('INBOX_SMTP_PORT', smtpPort);
  if (!(await isPortFree(webPort, LOOPBACK))) throw new PortTaken('INBOX_PORT', webPort);
}

/* eslint-disable no-console -- MailDev announces its web page on standard output even when it is told to be silent. */
async function withoutConsoleInfo<Result>(work: () => Promise<Result>): Promise<Result> {
  const { info } = console;
  console.info = () => undefined;
  try {
    return await work();
  } finally {
    console.info = info;
  }
}
/* eslint-enable no-console */

async function settleWithin(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}

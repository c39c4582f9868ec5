/** The message that `start` and `dev` print when everything runs. */
import { relative } from 'node:path';
import { commandLine } from '@sendoff/config';

/** The contents of the banner. */
export interface BannerFacts {
  readonly root: string;
  /** The base URL of the API, without a trailing slash. */
  readonly apiUrl: string;
  /** A one-time sign-in link to the dashboard. */
  readonly signInUrl: string;
  /** The web page of the embedded inbox; `undefined` when email goes to a real relay. */
  readonly inboxUrl: string | undefined;
  /** The data directory of the embedded PostgreSQL; `undefined` with a configured one. */
  readonly dataDirectory: string | undefined;
  /** The SMTP submission address as `host:port`, with STARTTLS. */
  readonly submission: string;
  readonly queue: 'Redis' | 'PostgreSQL';
  /** The API key, if it was created by this start. */
  readonly newKey: string | undefined;
}

/** Returns the text to print. */
export function banner(facts: BannerFacts): string {
  const rows: [string, string][] = [
    ['API', facts.apiUrl],
    ['Dashboard', facts.signInUrl],
    ['Documentation', `${facts.apiUrl}/docs`],
    ['SMTP', `${facts.submission} (user "resend", an API key as password)`],
    ['Inbox', facts.inboxUrl ?? 'none: email goes to the relays of MAIL_URL'],
    ['Data', describeData(facts)],
    ['Queue', `BullMQ on ${facts.queue}`],
  ];
  return [
    '',
    'Sendoff is running.',
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(15)}${value}`),
    '',
    ...keyLines(facts),
    'The dashboard link works once and expires after 15 minutes; later, sign in with an API key.',
    '',
    facts.inboxUrl === undefined ? 'Send an email:' : 'Send an email, and see it in the inbox:',
    '',
    curlLine(facts),
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

function describeData({ root, dataDirectory }: BannerFacts): string {
  if (dataDirectory === undefined) return 'the PostgreSQL of DATABASE_URL';
  const fromRoot = relative(root, dataDirectory);
  return `${fromRoot.startsWith('..') ? dataDirectory : fromRoot} (embedded PostgreSQL)`;
}

function keyLines({ newKey }: BannerFacts): string[] {
  const another = `To create another: ${commandLine('sendoff', 'keys create NAME')}`;
  if (newKey === undefined) return [`The API key was shown at the first start. ${another}`];
  return [`  ${'API key'.padEnd(15)}${newKey}`, '', `The key is shown only now. ${another}`];
}

/** A curl command to paste. Double quotes let the shell expand the variable. */
function curlLine({ apiUrl, newKey }: BannerFacts): string {
  const authorization = newKey === undefined ? '"Authorization: Bearer $SENDOFF_KEY"' : `'Authorization: Bearer ${newKey}'`;
  const email = {
    from: 'Acme <hello@acme.example>',
    to: 'you@example.com',
    subject: 'Hello from Sendoff',
    text: 'It works.',
  };
  return `curl -sS ${apiUrl}/emails -H ${authorization} -H 'Content-Type: application/json' -d '${JSON.stringify(email)}'`;
}

/** The URL at which this machine reaches a server that listens on `host`. */
export function localUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${String(port)}`;
}

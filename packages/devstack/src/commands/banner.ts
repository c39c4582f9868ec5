/** What `start` and `dev` tell the person when everything runs. */
import { relative } from 'node:path';
import { commandLine } from '@sendoff/config';

/** What there is to tell. */
export interface BannerFacts {
  readonly root: string;
  /** Where the API answers, without a slash at the end. */
  readonly apiUrl: string;
  /** The dashboard, by a link that signs in once. */
  readonly signInUrl: string;
  /** Web page of the embedded inbox; `undefined` when email goes to a real relay. */
  readonly inboxUrl: string | undefined;
  /** Of the embedded PostgreSQL; `undefined` when there is a real one. */
  readonly dataDirectory: string | undefined;
  /** Where email is submitted by SMTP, as `host:port`: with STARTTLS. */
  readonly submission: string;
  readonly queue: 'Redis' | 'PostgreSQL';
  /** The API key, when it was made just now. */
  readonly newKey: string | undefined;
}

/** The text, ready to be printed. */
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
    'The link to the dashboard signs in once, within a quarter of an hour; later, sign in with a key.',
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
  const another = `For another: ${commandLine('sendoff', 'keys create NAME')}`;
  if (newKey === undefined) return [`The API key was shown at the first start. ${another}`];
  return [`  ${'API key'.padEnd(15)}${newKey}`, '', `The key is shown only now. ${another}`];
}

/** Ready to be pasted. The variable is for the shell to fill in, hence the double quotes around it. */
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

/** The URL under which this machine reaches a server that listens on `host`. */
export function localUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${String(port)}`;
}

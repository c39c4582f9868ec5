import { isIPv4, isIPv6 } from 'node:net';
import { InvalidValue, rate as parseRate, type Rate } from '@sendoff/config';
import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import { InvalidRelayUrl, type RelayTimeouts, type TransportDefaults } from '../transport.ts';
import { redactCredentials, type Redact } from './redact-credentials.ts';

/** The settings in the URL of an SMTP relay. */
export interface SmtpSettings {
  /** `smtp://host:port` without credentials, for logs and reports. */
  readonly name: string;
  readonly timeouts: RelayTimeouts;
  /** Rate limit for messages per process; null without a limit. */
  readonly rate: Rate | null;
  /** Whether TLS is required because credentials would be sent in the clear otherwise. */
  readonly needsTlsForCredentials: boolean;
  /** Replaces its credentials in texts of the relay. */
  readonly redact: Redact;
  readonly pool: SMTPPoolOptions & { readonly maxConnections: number };
}

const DEFAULT_TIMEOUTS: RelayTimeouts = { connection: 30_000, greeting: 30_000, reply: 300_000, finalReply: 600_000 };

/** Options that a URL may set, with their types: nodemailer's, and our own `rate` and `insecureAuth`. */
const URL_OPTIONS = new Map<string, 'boolean' | 'number' | 'string'>([
  ['rate', 'string'],
  ['insecureAuth', 'boolean'],
  ['requireTLS', 'boolean'],
  ['ignoreTLS', 'boolean'],
  ['opportunisticTLS', 'boolean'],
  ['name', 'string'],
  ['localAddress', 'string'],
  ['authMethod', 'string'],
  ['maxConnections', 'number'],
  ['maxMessages', 'number'],
  ['connectionTimeout', 'number'],
  ['greetingTimeout', 'number'],
  ['socketTimeout', 'number'],
  ['dnsTimeout', 'number'],
]);
/** The same for options that begin with `tls.`. */
const TLS_OPTIONS = new Map<string, 'boolean' | 'number' | 'string'>([
  ['rejectUnauthorized', 'boolean'],
  ['servername', 'string'],
  ['minVersion', 'string'],
  ['maxVersion', 'string'],
  ['ciphers', 'string'],
]);

/**
 * Reads one relay URL. `smtp://` uses STARTTLS when it is offered, `smtps://` TLS from the start. Options of nodemailer may
 * follow as a query (`?requireTLS=true&tls.rejectUnauthorized=false`), and a rate limit for messages (`?rate=100/s`).
 * Credentials are sent in the clear only to this machine, unless the URL allows it (`?insecureAuth=true`), because an attacker
 * on the network could suppress the offer of STARTTLS.
 *
 * @param defaults.username used for a URL without a user name; likewise the password.
 * @throws {InvalidRelayUrl}
 */
export function readSmtpSettings(url: string, defaults: TransportDefaults): SmtpSettings {
  const { host, port: givenPort, secure, auth, tls, ...options } = parse(url);
  const port = givenPort ?? (secure ? 465 : 587);
  const name = `${secure ? 'smtps' : 'smtp'}://${isIPv6(host) ? `[${host}]` : host}:${String(port)}`;
  checkOptions(name, options, URL_OPTIONS, '');
  checkOptions(name, tls ?? {}, TLS_OPTIONS, 'tls.');
  checkAtLeastOne(name, options, 'maxConnections');
  checkAtLeastOne(name, options, 'maxMessages');
  const { connectionTimeout, greetingTimeout, socketTimeout, rate, insecureAuth = false, ...others } = options as OwnOptions;
  const timeouts = {
    ...DEFAULT_TIMEOUTS,
    ...defaults.timeouts,
    ...(connectionTimeout !== undefined && { connection: connectionTimeout }),
    ...(greetingTimeout !== undefined && { greeting: greetingTimeout }),
    ...(socketTimeout !== undefined && { reply: socketTimeout, finalReply: socketTimeout }),
  };
  const credentials = credentialsFor(name, auth, defaults);
  const needsTlsForCredentials = credentials !== undefined && !secure && !insecureAuth && !isLoopback(host);
  return {
    name,
    timeouts,
    rate: rate === undefined ? null : readRate(name, rate),
    needsTlsForCredentials,
    redact: redactCredentials(credentials),
    pool: {
      maxConnections: defaults.maxConnections,
      // An idle connection that the relay has dropped is detected only on use; the message, of which nothing was sent, is
      // then sent over another one.
      maxRequeues: 2,
      maxMessages: 1000,
      socketCloseTimeout: 1000,
      ...others,
      host,
      port,
      secure,
      connectionTimeout: timeouts.connection,
      greetingTimeout: timeouts.greeting,
      socketTimeout: timeouts.reply,
      // Overrides nodemailer's options that disable TLS.
      ...(needsTlsForCredentials && { requireTLS: true }),
      ...(credentials !== undefined && { auth: credentials }),
      ...(tls !== undefined && { tls }),
    },
  };
}

/** Options that are not passed to nodemailer unchanged. */
interface OwnOptions {
  readonly rate?: string;
  readonly insecureAuth?: boolean;
  readonly connectionTimeout?: number;
  readonly greetingTimeout?: number;
  readonly socketTimeout?: number;
}

interface ParsedUrl extends Record<string, unknown> {
  readonly host: string;
  readonly port?: number;
  readonly secure: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly tls?: Record<string, unknown>;
}

function parse(url: string): ParsedUrl {
  let parsed: Partial<ParsedUrl>;
  try {
    parsed = { ...parseConnectionUrl(url) } as Partial<ParsedUrl>;
  } catch {
    // The parser's error is discarded, because it repeats the URL.
    throw new InvalidRelayUrl('is not a URL; write smtp://host:port or smtps://host:port');
  }
  const { host, secure } = parsed;
  if (host === undefined || secure === undefined)
    throw new InvalidRelayUrl('must begin with smtp:// or smtps:// and name a host');
  return { ...parsed, host, secure };
}

function checkOptions(
  relay: string,
  options: Readonly<Record<string, unknown>>,
  known: ReadonlyMap<string, string>,
  prefix: string,
): void {
  for (const [option, value] of Object.entries(options)) {
    const type = known.get(option);
    if (type === undefined) {
      const names = [...known.keys()].map((name) => `${prefix}${name}`).join(', ');
      throw new InvalidRelayUrl(`of ${relay} has the unknown option ${prefix}${option}; known are: ${names}`);
    }
    if (typeof value !== type || value === '') {
      throw new InvalidRelayUrl(`of ${relay} has an option ${prefix}${option} that is no ${type}`);
    }
  }
}

function checkAtLeastOne(relay: string, options: Readonly<Record<string, unknown>>, option: string): void {
  const value = options[option] ?? 1;
  if (!Number.isInteger(value) || Number(value) < 1) {
    throw new InvalidRelayUrl(`of ${relay} has an option ${option} that is not a positive integer`);
  }
}

function readRate(relay: string, text: string): Rate {
  try {
    return parseRate(text);
  } catch (error) {
    if (error instanceof InvalidValue) throw new InvalidRelayUrl(`of ${relay} has an option rate that ${error.message}`);
    throw error;
  }
}

/**
 * User name and password, each from the URL or else from the variables. A password variable without any user name is meant for
 * other relays of the list.
 */
function credentialsFor(relay: string, auth: ParsedUrl['auth'], { username, password }: TransportDefaults) {
  const user = given(auth?.user) ?? username;
  const pass = given(auth?.pass) ?? password;
  if (user !== undefined && pass === undefined) {
    throw new InvalidRelayUrl(`of ${relay} comes with a user name and no password; set MAIL_PASSWORD, or put it into the URL`);
  }
  if (user === undefined && auth !== undefined) {
    throw new InvalidRelayUrl(`of ${relay} comes with a password and no user name; set MAIL_USERNAME, or put it into the URL`);
  }
  return user === undefined || pass === undefined ? undefined : { user, pass };
}

/** Whether the host is this machine, judged by its name or address as written. */
const isLoopback = (host: string): boolean =>
  /(?:^|\.)localhost\.?$/i.test(host) || (isIPv4(host) && host.startsWith('127.')) || host === '::1';

/** The parser returns missing parts of a URL as empty strings. */
const given = (part: string | undefined): string | undefined => (part === '' ? undefined : part);

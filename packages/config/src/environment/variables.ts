/**
 * Every environment variable of Sendoff, declared once.
 *
 * `docs/environment.md` and `.env.example` are written from this table by
 * `docs/environment-docs.ts`.
 */
import {
  addressBlocks,
  anyText,
  duration,
  durations,
  hostname,
  oneOf,
  portNumber,
  rateOrOff,
  secret,
  trueOrFalse,
  urlsWithScheme,
  urlWithScheme,
  wholeNumber,
  type Parser,
} from './parsers.ts';

/** One environment variable. */
export interface Variable<Value> {
  readonly parse: Parser<Value>;
  /** The text it has when it is not set; left out where there is none. */
  readonly default?: string;
  /** What it means, in a sentence or two of Markdown. */
  readonly description: string;
  /** A value for the documentation, where the default does not show the form. */
  readonly example?: string;
  /** The heading it stands under in the documentation. */
  readonly topic: 'Services' | 'HTTP' | 'SMTP' | 'Delivery' | 'Operation' | 'Local parts';
}

const variable = <Value, const Declared extends Variable<Value>>(declared: Declared & Variable<Value>): Declared => declared;

/** The table. Keys are the names of the variables. */
export const VARIABLES = {
  DATABASE_URL: variable({
    parse: urlWithScheme('postgresql', 'postgres'),
    description:
      'PostgreSQL 15 or newer. `start`, `dev` and the tests bring their own when it is not set. In this and every other URL, characters such as `/`, `?`, `#` and `%` in a user name or password are percent-encoded (`/` as `%2F`).',
    example: 'postgresql://sendoff:password@127.0.0.1:5432/sendoff',
    topic: 'Services',
  }),
  REDIS_URL: variable({
    parse: urlWithScheme('redis', 'rediss'),
    description: 'Redis 6.2 or newer, or Valkey. When it is not set, the queue is kept in `DATABASE_URL`.',
    example: 'redis://127.0.0.1:6379',
    topic: 'Services',
  }),
  REDIS_PREFIX: variable({
    parse: anyText,
    default: 'sendoff',
    description: 'What the keys in Redis begin with. Deployments that share a Redis need different ones.',
    topic: 'Services',
  }),
  MAIL_URL: variable({
    parse: urlsWithScheme('smtp', 'smtps'),
    description:
      'One or more SMTP relays, separated by commas: the first one that is well is used, and one in trouble is left alone and tried again. After each URL options may follow, such as `?maxConnections=5&rate=100/s`: `maxConnections` instead of `MAIL_MAX_CONNECTIONS`; `rate` limits the messages that each worker process hands to it (per `s`, `m` or `h`); `insecureAuth=true` sends credentials also where the relay offers no TLS, which is done to this machine only otherwise; and of nodemailer `requireTLS`, `tls.rejectUnauthorized`, `connectionTimeout`, `socketTimeout` (milliseconds) and others. `start` and `dev` use the capture inbox when it is not set.',
    example: 'smtp://user:password@relay.example.com:587',
    topic: 'Services',
  }),
  MAIL_USERNAME: variable({
    parse: anyText,
    description: 'User name for relays whose URL has none. A relay that is given one needs a password too.',
    topic: 'Services',
  }),
  MAIL_PASSWORD: variable({
    parse: anyText,
    description:
      'Password for relays whose URL has none, also where the URL has a user name: `smtp://apikey@relay.example.com:587`. Written as it is, without percent-encoding.',
    topic: 'Services',
  }),
  MAIL_DEFAULT_FROM: variable({
    parse: anyText,
    description: 'The sender of an email whose request names none.',
    example: 'Acme <hello@acme.example>',
    topic: 'Delivery',
  }),
  HOST: variable({
    parse: anyText,
    default: '127.0.0.1',
    description:
      'The address on which the API, SMTP submission and the health endpoints of the other programs listen (`0.0.0.0` in the images).',
    topic: 'HTTP',
  }),
  PORT: variable({
    parse: portNumber,
    default: '3000',
    description: 'The port of the API.',
    topic: 'HTTP',
  }),
  WORKER_PORT: variable({
    parse: portNumber,
    default: '3001',
    description: 'The port of the health endpoints of the worker.',
    topic: 'HTTP',
  }),
  PUBLIC_URL: variable({
    parse: urlWithScheme('http', 'https'),
    description:
      'Where people reach the API; links are made from it, never from the `Host` header. `http://HOST:PORT` when it is not set, with 127.0.0.1 for `0.0.0.0`: set it where others are to reach the links.',
    example: 'https://mail.example.com',
    topic: 'HTTP',
  }),
  TRUST_PROXY: variable({
    parse: addressBlocks,
    description: 'Addresses or CIDR blocks, separated by commas, of the proxies whose forwarded headers are believed.',
    example: '10.0.0.0/8',
    topic: 'HTTP',
  }),
  SECRET_KEY: variable({
    parse: secret(32),
    description:
      'Every key that signs something is derived from it, one for each purpose: download links, sign-in links, return paths. 32 characters or more (`openssl rand -hex 32`), the same for every program that is given it; the worker and SMTP need only `RETURN_PATH_KEY`. `start` and `dev` keep one in `SENDOFF_HOME` when it is not set.',
    topic: 'HTTP',
  }),
  RETURN_PATH_KEY: variable({
    parse: secret(32),
    description:
      'Signs return paths, in place of a key derived from `SECRET_KEY`: with it the worker and SMTP need no `SECRET_KEY`. 32 characters or more, the same for both: any secret (`openssl rand -hex 32`), or, where mail was sent with `SECRET_KEY` before, the key that `sendoff return-path-key` derives from that.',
    topic: 'SMTP',
  }),
  BOOTSTRAP_API_KEY: variable({
    parse: secret(32),
    description:
      'A full-access API key, of 32 characters or more, that exists once the API has started. Changing it revokes the one before.',
    topic: 'HTTP',
  }),
  RATE_LIMIT: variable({
    parse: rateOrOff,
    default: '1000/s',
    description:
      'Emails that each API key may bring, over HTTP and SMTP together and in all processes together; a batch of 100 counts 100, and an API request without an email counts as one. So many may come at once, and after that at this rate. `off` for no limit; failed authentication is always limited per address.',
    topic: 'HTTP',
  }),
  RELAY_HEADERS: variable({
    parse: oneOf('refuse', 'allow'),
    default: 'refuse',
    description:
      'Whether emails may have header fields that tell a relay what to do, such as `X-SMTPAPI`, `X-SES-CONFIGURATION-SET` or `X-MC-Subaccount`: with some relays they change the sender, the recipients or the account. `refuse` names the field in the error.',
    topic: 'Delivery',
  }),
  HTTP_MAX_CONNECTIONS: variable({
    parse: wholeNumber(1, 100_000),
    default: '5000',
    description: 'HTTP connections that one API process holds open at once; further ones are closed.',
    topic: 'HTTP',
  }),
  HTTP_MAX_CONNECTIONS_PER_ADDRESS: variable({
    parse: wholeNumber(1, 100_000),
    default: '1000',
    description:
      'How many of them may come from one address (a /64 of IPv6 counts as one); fewer while other addresses hold many. Those of the proxies in `TRUST_PROXY` are not limited by address.',
    topic: 'HTTP',
  }),
  SUBMISSION_PORT: variable({
    parse: portNumber,
    default: '2587',
    description:
      'The port on which programs submit email by SMTP, with STARTTLS (RFC 6409). Outside a container 587 is for the superuser.',
    topic: 'SMTP',
  }),
  SUBMISSIONS_PORT: variable({
    parse: portNumber,
    default: '2465',
    description: 'The same with TLS from the first octet (RFC 8314); only served with a certificate.',
    topic: 'SMTP',
  }),
  SMTP_TLS_CERT: variable({
    parse: anyText,
    description:
      'A PEM file with the certificate for SMTP, and those that lead to its root. Read again when it changes, and on SIGHUP. Without one, email is submitted unencrypted, which is allowed where `HOST` is an address of this machine alone. `start` and `dev` keep a self-signed one in `SENDOFF_HOME`.',
    example: '/etc/letsencrypt/live/mail.example.com/fullchain.pem',
    topic: 'SMTP',
  }),
  SMTP_TLS_KEY: variable({
    parse: anyText,
    description: 'A PEM file with the private key of that certificate.',
    example: '/etc/letsencrypt/live/mail.example.com/privkey.pem',
    topic: 'SMTP',
  }),
  SMTP_HOSTNAME: variable({
    parse: hostname,
    description:
      'The name with which SMTP greets and signs the `Received` lines; the one in the certificate. The name of the machine when it is not set.',
    example: 'mail.example.com',
    topic: 'SMTP',
  }),
  SMTP_MAX_CONNECTIONS: variable({
    parse: wholeNumber(1, 100_000),
    default: '1000',
    description:
      'SMTP connections that one process holds open at once, those for feedback counted apart; further ones get a 421.',
    topic: 'SMTP',
  }),
  SMTP_MAX_CONNECTIONS_PER_ADDRESS: variable({
    parse: wholeNumber(1, 100_000),
    default: '100',
    description: 'How many of them may come from one address (a /64 of IPv6 counts as one).',
    topic: 'SMTP',
  }),
  RETURN_PATH_DOMAIN: variable({
    parse: hostname,
    description:
      'The domain that bounces and complaints come back to: each email gets a sender in the envelope of its own there, and its MX leads to `FEEDBACK_PORT`. The worker and SMTP then need `RETURN_PATH_KEY` or `SECRET_KEY`, and bounces are taken for 30 days. When it is not set, bounces go to the sender.',
    example: 'bounces.example.com',
    topic: 'SMTP',
  }),
  FEEDBACK_PORT: variable({
    parse: portNumber,
    default: '2525',
    description:
      'The port on which bounces and complaints are taken, when `RETURN_PATH_DOMAIN` is set. Mail servers of others come to 25, so publish it as that.',
    topic: 'SMTP',
  }),
  SMTP_HEALTH_PORT: variable({
    parse: portNumber,
    default: '3002',
    description: 'The port of the health endpoints of the SMTP program.',
    topic: 'SMTP',
  }),
  WORKER_CONCURRENCY: variable({
    parse: wholeNumber(1, 1000),
    default: '100',
    description: 'Deliveries that one worker has under way at once.',
    topic: 'Delivery',
  }),
  MAIL_MAX_CONNECTIONS: variable({
    parse: wholeNumber(1, 1000),
    default: '10',
    description: 'SMTP connections that one worker keeps open to each relay.',
    topic: 'Delivery',
  }),
  WEBHOOK_CONCURRENCY: variable({
    parse: wholeNumber(1, 1000),
    default: '40',
    description:
      'Webhooks that one worker has under way at once; one endpoint gets at most a quarter of them, and only one at a time while it does not answer.',
    topic: 'Delivery',
  }),
  RETRY_SCHEDULE: variable({
    parse: durations,
    default: '1m,5m,15m,30m,1h,2h,4h,8h,16h',
    description:
      'Delays between the attempts of an email that is temporarily refused, each with ±20 % jitter. After the last one the email is `failed`.',
    topic: 'Delivery',
  }),
  IN_DOUBT_POLICY: variable({
    parse: oneOf('retry', 'hold'),
    default: 'retry',
    description:
      'What becomes of an email of which nobody can know whether the relay took it: `retry` sends it again under the same Message-ID, `hold` waits for a person.',
    topic: 'Delivery',
  }),
  ALLOW_PRIVATE_ADDRESSES: variable({
    parse: trueOrFalse,
    default: 'false',
    description: 'Whether attachments by URL may be fetched from private addresses, and webhooks sent there. For development.',
    topic: 'Delivery',
  }),
  CONTENT_RETENTION: variable({
    parse: duration,
    default: '30d',
    description:
      'When the content of an email is removed after it has reached its final state; the record stays. Events for webhooks are removed after the same time, but for those that are still to be posted: what waits for a disabled endpoint waits until it is enabled again or deleted.',
    topic: 'Operation',
  }),
  SHUTDOWN_TIMEOUT: variable({
    parse: duration,
    default: '30s',
    description: 'How long a process may take to finish what it is doing after SIGTERM.',
    topic: 'Operation',
  }),
  LOG_LEVEL: variable({
    parse: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    default: 'info',
    description: 'What is logged: this level and the ones above it.',
    topic: 'Operation',
  }),
  LOG_FORMAT: variable({
    parse: oneOf('json', 'pretty'),
    default: 'json',
    description: '`json` for machines, a line each; `pretty` for people, which `start` and `dev` choose.',
    topic: 'Operation',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable({
    parse: urlWithScheme('http', 'https'),
    description:
      'Where traces go: a receiver of OTLP over HTTP. Nothing is traced when it is not set. The other variables of OpenTelemetry, such as `OTEL_EXPORTER_OTLP_HEADERS` and `OTEL_TRACES_SAMPLER`, hold as its own documentation says.',
    example: 'http://127.0.0.1:4318',
    topic: 'Operation',
  }),
  SENDOFF_HOME: variable({
    parse: anyText,
    default: '.sendoff',
    description: 'Where the embedded parts of `start` and `dev` keep their data, relative to the root of the repository.',
    topic: 'Local parts',
  }),
  INBOX_PORT: variable({
    parse: portNumber,
    default: '1080',
    description: 'The web page of the capture inbox, on 127.0.0.1 only.',
    topic: 'Local parts',
  }),
  INBOX_SMTP_PORT: variable({
    parse: portNumber,
    default: '1025',
    description: 'The SMTP port of the capture inbox, on 127.0.0.1 only.',
    topic: 'Local parts',
  }),
} as const satisfies Record<string, Variable<unknown>>;

/** The name of an environment variable that Sendoff reads. */
export type VariableName = keyof typeof VARIABLES;

/** The value that the variable `Name` has once it is parsed. */
export type VariableValue<Name extends VariableName> = ReturnType<(typeof VARIABLES)[Name]['parse']>;

/**
 * All environment variables of Sendoff.
 *
 * `docs:write` generates `docs/environment.md` and `.env.example` from this table.
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
  /** The text to use when it is not set, if there is a default. */
  readonly default?: string;
  /** Its meaning, in one or more sentences of Markdown. */
  readonly description: string;
  /** An example for the documentation, if the default does not show the format. */
  readonly example?: string;
  /** Its heading in the documentation. */
  readonly topic: 'Services' | 'HTTP' | 'SMTP' | 'Delivery' | 'Operation' | 'Local parts';
}

const variable = <Value, const Declared extends Variable<Value>>(declared: Declared & Variable<Value>): Declared => declared;

/** The table, by variable name. */
export const VARIABLES = {
  DATABASE_URL: variable({
    parse: urlWithScheme('postgresql', 'postgres'),
    description:
      'PostgreSQL 15 or newer. `start`, `dev` and the tests start their own when it is not set. In every URL, percent-encode characters such as `/`, `?`, `#` and `%` in a user name or password (`/` as `%2F`).',
    example: 'postgresql://sendoff:password@127.0.0.1:5432/sendoff',
    topic: 'Services',
  }),
  REDIS_URL: variable({
    parse: urlWithScheme('redis', 'rediss'),
    description: 'Redis 6.2 or newer, or Valkey. When it is not set, the queue is stored in PostgreSQL.',
    example: 'redis://127.0.0.1:6379',
    topic: 'Services',
  }),
  REDIS_PREFIX: variable({
    parse: anyText,
    default: 'sendoff',
    description: 'Prefix of all keys in Redis. Deployments that share a Redis need different prefixes.',
    topic: 'Services',
  }),
  MAIL_URL: variable({
    parse: urlsWithScheme('smtp', 'smtps'),
    description:
      'One or more SMTP relays, separated by commas. The first healthy relay is used; a failing one is skipped for a while and then tried again. Each URL may have options, such as `?maxConnections=5&rate=100/s`: `maxConnections` overrides `MAIL_MAX_CONNECTIONS`; `rate` limits the messages that each worker process sends to the relay (per `s`, `m` or `h`); `insecureAuth=true` allows credentials to be sent without TLS, which is otherwise allowed to this machine only; and options of nodemailer, such as `requireTLS`, `tls.rejectUnauthorized`, `connectionTimeout` and `socketTimeout` (milliseconds). `start` and `dev` use the capture inbox when it is not set.',
    example: 'smtp://user:password@relay.example.com:587',
    topic: 'Services',
  }),
  MAIL_USERNAME: variable({
    parse: anyText,
    description: 'User name for relays whose URL has none. It requires a password.',
    topic: 'Services',
  }),
  MAIL_PASSWORD: variable({
    parse: anyText,
    description:
      'Password for relays whose URL has none, including URLs with a user name, such as `smtp://apikey@relay.example.com:587`. Do not percent-encode it.',
    topic: 'Services',
  }),
  MAIL_DEFAULT_FROM: variable({
    parse: anyText,
    description: 'Default sender of emails whose request has no `from`.',
    example: 'Acme <hello@acme.example>',
    topic: 'Delivery',
  }),
  HOST: variable({
    parse: anyText,
    default: '127.0.0.1',
    description: 'The address on which the API, SMTP submission and the health endpoints listen (`0.0.0.0` in the images).',
    topic: 'HTTP',
  }),
  PORT: variable({
    parse: portNumber,
    default: '3000',
    description: 'Port of the API.',
    topic: 'HTTP',
  }),
  WORKER_PORT: variable({
    parse: portNumber,
    default: '3001',
    description: 'Port of the health endpoints of the worker.',
    topic: 'HTTP',
  }),
  PUBLIC_URL: variable({
    parse: urlWithScheme('http', 'https'),
    description:
      'Public URL of the API, from which links are built; the `Host` header is never used. When it is not set, links begin with `http://HOST:PORT`, with 127.0.0.1 in place of `0.0.0.0`. Set it if other machines must reach the links.',
    example: 'https://mail.example.com',
    topic: 'HTTP',
  }),
  TRUST_PROXY: variable({
    parse: addressBlocks,
    description: 'IP addresses or CIDR blocks, separated by commas, of the proxies whose forwarded headers are trusted.',
    example: '10.0.0.0/8',
    topic: 'HTTP',
  }),
  SECRET_KEY: variable({
    parse: secret(32),
    description:
      'The secret from which all signing keys are derived: for download links, sign-in links and return paths. At least 32 characters (`openssl rand -hex 32`), and the same for every program that has it; the worker and SMTP need only `RETURN_PATH_KEY`. When it is not set, `start` and `dev` generate one and keep it in `SENDOFF_HOME`.',
    topic: 'HTTP',
  }),
  RETURN_PATH_KEY: variable({
    parse: secret(32),
    description:
      'Signs return paths instead of a key derived from `SECRET_KEY`, so that the worker and SMTP need no `SECRET_KEY`. At least 32 characters, and the same for both: any secret (`openssl rand -hex 32`). If email was sent with `SECRET_KEY` before, use the key that `sendoff return-path-key` derives from it.',
    topic: 'SMTP',
  }),
  BOOTSTRAP_API_KEY: variable({
    parse: secret(32),
    description:
      'A full-access API key that the API creates when it starts, with at least 32 characters. Changing it revokes the previous one.',
    topic: 'HTTP',
  }),
  RATE_LIMIT: variable({
    parse: rateOrOff,
    default: '1000/s',
    description:
      'Rate limit of each API key in emails, across HTTP, SMTP and all processes. A batch of 100 counts as 100 emails, and an API request without an email counts as one. The number is also the burst size. `off` disables the limit; failed authentication is always limited per address.',
    topic: 'HTTP',
  }),
  RELAY_HEADERS: variable({
    parse: oneOf('refuse', 'allow'),
    default: 'refuse',
    description:
      'Whether emails may have header fields that control a relay, such as `X-SMTPAPI`, `X-SES-CONFIGURATION-SET` or `X-MC-Subaccount`. With some relays they change the sender, the recipients or the account. `refuse` rejects such an email with an error that names the field.',
    topic: 'Delivery',
  }),
  HTTP_MAX_CONNECTIONS: variable({
    parse: wholeNumber(1, 100_000),
    default: '5000',
    description: 'Maximum number of open HTTP connections of one API process; further ones are closed.',
    topic: 'HTTP',
  }),
  HTTP_MAX_CONNECTIONS_PER_ADDRESS: variable({
    parse: wholeNumber(1, 100_000),
    default: '1000',
    description:
      'Maximum number of open HTTP connections from one address (an IPv6 /64 counts as one address); fewer while other addresses hold many. Connections from the proxies in `TRUST_PROXY` are not limited by address.',
    topic: 'HTTP',
  }),
  SUBMISSION_PORT: variable({
    parse: portNumber,
    default: '2587',
    description: 'Port of SMTP submission with STARTTLS (RFC 6409). Outside a container, port 587 requires superuser rights.',
    topic: 'SMTP',
  }),
  SUBMISSIONS_PORT: variable({
    parse: portNumber,
    default: '2465',
    description: 'Port of SMTP submission with implicit TLS (RFC 8314). It is only open with a certificate.',
    topic: 'SMTP',
  }),
  SMTP_TLS_CERT: variable({
    parse: anyText,
    description:
      'PEM file with the certificate for SMTP and its chain. It is reloaded when it changes, and on SIGHUP. Without one, submission is unencrypted, which is only allowed if `HOST` is a loopback address. `start` and `dev` keep a self-signed one in `SENDOFF_HOME`.',
    example: '/etc/letsencrypt/live/mail.example.com/fullchain.pem',
    topic: 'SMTP',
  }),
  SMTP_TLS_KEY: variable({
    parse: anyText,
    description: 'PEM file with the private key of `SMTP_TLS_CERT`.',
    example: '/etc/letsencrypt/live/mail.example.com/privkey.pem',
    topic: 'SMTP',
  }),
  SMTP_HOSTNAME: variable({
    parse: hostname,
    description:
      'Host name in the SMTP greeting and in `Received` fields. It should match the certificate. The default is the host name of the machine.',
    example: 'mail.example.com',
    topic: 'SMTP',
  }),
  SMTP_MAX_CONNECTIONS: variable({
    parse: wholeNumber(1, 100_000),
    default: '1000',
    description:
      'Maximum number of open SMTP connections of one process; further ones get a 421. Submission and feedback are counted separately.',
    topic: 'SMTP',
  }),
  SMTP_MAX_CONNECTIONS_PER_ADDRESS: variable({
    parse: wholeNumber(1, 100_000),
    default: '100',
    description: 'Maximum number of open SMTP connections from one address (an IPv6 /64 counts as one address).',
    topic: 'SMTP',
  }),
  RETURN_PATH_DOMAIN: variable({
    parse: hostname,
    description:
      'Domain of return paths: each email gets its own envelope sender at this domain, to which bounces and complaints are sent. Its MX record must lead to `FEEDBACK_PORT`. The worker and SMTP then need `RETURN_PATH_KEY` or `SECRET_KEY`, and reports are accepted for 30 days. When it is not set, bounces go to the sender of the email.',
    example: 'bounces.example.com',
    topic: 'SMTP',
  }),
  FEEDBACK_PORT: variable({
    parse: portNumber,
    default: '2525',
    description:
      'Port that receives bounces and complaints when `RETURN_PATH_DOMAIN` is set. Other mail servers connect to port 25, so publish it as port 25.',
    topic: 'SMTP',
  }),
  SMTP_HEALTH_PORT: variable({
    parse: portNumber,
    default: '3002',
    description: 'Port of the health endpoints of the SMTP program.',
    topic: 'SMTP',
  }),
  WORKER_CONCURRENCY: variable({
    parse: wholeNumber(1, 1000),
    default: '100',
    description: 'Maximum number of concurrent deliveries of one worker.',
    topic: 'Delivery',
  }),
  MAIL_MAX_CONNECTIONS: variable({
    parse: wholeNumber(1, 1000),
    default: '10',
    description: 'Maximum number of SMTP connections from one worker to each relay.',
    topic: 'Delivery',
  }),
  WEBHOOK_CONCURRENCY: variable({
    parse: wholeNumber(1, 1000),
    default: '40',
    description:
      'Maximum number of concurrent webhook requests of one worker. One endpoint gets at most a quarter of them, and only one at a time while it does not answer.',
    topic: 'Delivery',
  }),
  RETRY_SCHEDULE: variable({
    parse: durations,
    default: '1m,5m,15m,30m,1h,2h,4h,8h,16h',
    description:
      'Delays between delivery attempts after a temporary rejection, each with ±20 % jitter. After the last attempt the email is `failed`.',
    topic: 'Delivery',
  }),
  IN_DOUBT_POLICY: variable({
    parse: oneOf('retry', 'hold'),
    default: 'retry',
    description:
      'What to do with an email when it is unknown whether the relay accepted it: `retry` sends it again with the same Message-ID, `hold` waits for an operator.',
    topic: 'Delivery',
  }),
  ALLOW_PRIVATE_ADDRESSES: variable({
    parse: trueOrFalse,
    default: 'false',
    description: 'Whether attachment URLs and webhooks may point to private addresses. For development.',
    topic: 'Delivery',
  }),
  CONTENT_RETENTION: variable({
    parse: duration,
    default: '30d',
    description:
      'How long the content of an email is kept after its final state; its record is kept. Webhook events are removed after the same time, except pending ones: events for a disabled endpoint are kept until it is enabled again or deleted.',
    topic: 'Operation',
  }),
  SHUTDOWN_TIMEOUT: variable({
    parse: duration,
    default: '30s',
    description: 'How long a process may take to finish its current work after SIGTERM.',
    topic: 'Operation',
  }),
  LOG_LEVEL: variable({
    parse: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    default: 'info',
    description: 'Minimum level of log messages.',
    topic: 'Operation',
  }),
  LOG_FORMAT: variable({
    parse: oneOf('json', 'pretty'),
    default: 'json',
    description: '`json` logs one JSON object per line; `pretty` is readable text, the default of `start` and `dev`.',
    topic: 'Operation',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable({
    parse: urlWithScheme('http', 'https'),
    description:
      'URL of an OTLP/HTTP receiver for traces. When it is not set, nothing is traced. Other variables of OpenTelemetry, such as `OTEL_EXPORTER_OTLP_HEADERS` and `OTEL_TRACES_SAMPLER`, work as its documentation says.',
    example: 'http://127.0.0.1:4318',
    topic: 'Operation',
  }),
  SENDOFF_HOME: variable({
    parse: anyText,
    default: '.sendoff',
    description: 'Directory for the data of the services that `start` and `dev` run, relative to the root of the repository.',
    topic: 'Local parts',
  }),
  INBOX_PORT: variable({
    parse: portNumber,
    default: '1080',
    description: 'Port of the web page of the capture inbox, on 127.0.0.1 only.',
    topic: 'Local parts',
  }),
  INBOX_SMTP_PORT: variable({
    parse: portNumber,
    default: '1025',
    description: 'SMTP port of the capture inbox, on 127.0.0.1 only.',
    topic: 'Local parts',
  }),
} as const satisfies Record<string, Variable<unknown>>;

/** The name of an environment variable of Sendoff. */
export type VariableName = keyof typeof VARIABLES;

/** The parsed value of the variable `Name`. */
export type VariableValue<Name extends VariableName> = ReturnType<(typeof VARIABLES)[Name]['parse']>;

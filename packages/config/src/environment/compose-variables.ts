/** What docker/compose.yaml reads besides the variables of the programs. */
export const COMPOSE_VARIABLES = {
  POSTGRES_PASSWORD: {
    description:
      'The password of the role `sendoff` in the PostgreSQL that Compose runs: the programs, which may read and write rows there. Letters and digits, as in all three, since it becomes part of a URL; `docker/init.sh` makes them.',
  },
  POSTGRES_OWNER_PASSWORD: { description: 'The password of the role `sendoff_owner`: migrations, which change tables.' },
  POSTGRES_ADMIN_PASSWORD: {
    description: 'The password of the superuser `postgres`, with which Compose makes the other two roles, and nothing else runs.',
  },
  MIGRATE_DATABASE_URL: {
    description: 'What migrations connect to, where `DATABASE_URL` leads elsewhere with a role that may not change tables.',
  },
  REDIS_PASSWORD: {
    description: 'The password of the Redis that Compose runs; letters and digits, since it becomes part of a URL.',
  },
  API_IMAGE: { description: 'The image of the API; by digest where a deployment is to be undone.', default: 'sendoff-api' },
  WORKER_IMAGE: { description: 'The image of the worker.', default: 'sendoff-worker' },
  SMTP_IMAGE: { description: 'The image of SMTP.', default: 'sendoff-smtp' },
  COMPOSE_PROFILES: {
    description: 'What runs besides, separated by commas: `smtp` for SMTP submission and bounces, `dev` for a capture inbox.',
  },
  SMTP_TLS_DIRECTORY: {
    description:
      'The directory on the host with `fullchain.pem` and `privkey.pem`, readable by the user 1000; with the profile `smtp`. A relative path is seen from `compose.yaml`.',
    default: './tls',
  },
  SMTP_BIND_ADDRESS: {
    description: 'The address of the host on which SMTP is published, `FEEDBACK_PORT` as well.',
    default: '127.0.0.1',
  },
  WORKER_REPLICAS: { description: 'How many workers run.', default: '1' },
  BIND_ADDRESS: {
    description: 'The address of the host on which the API is published; a proxy that ends TLS belongs in front of it.',
    default: '127.0.0.1',
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    description: 'Headers for the receiver of traces, such as its credentials: `name=value`, separated by commas.',
  },
  OTEL_TRACES_SAMPLER: {
    description: 'Which traces are kept, such as `parentbased_traceidratio`; all of them when it is not set.',
  },
  OTEL_TRACES_SAMPLER_ARG: { description: 'For a sampler by ratio: the part that is kept, such as `0.01`.' },
  OTEL_BSP_SCHEDULE_DELAY: { description: 'Milliseconds between two exports of spans.' },
  OTEL_BSP_MAX_QUEUE_SIZE: { description: 'How many spans wait at most for the next export; what comes on top is dropped.' },
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: { description: 'How many spans one export takes at most.' },
} as const satisfies Record<string, { readonly description: string; readonly default?: string }>;

/** Variables of docker/compose.yaml in addition to those of the programs. */
export const COMPOSE_VARIABLES = {
  POSTGRES_PASSWORD: {
    description:
      'Password of the PostgreSQL role `sendoff`, with which the programs read and write rows. Use letters and digits in all three passwords, because they become part of a URL. `docker/init.sh` generates them.',
  },
  POSTGRES_OWNER_PASSWORD: {
    description: 'Password of the PostgreSQL role `sendoff_owner`, with which migrations change tables.',
  },
  POSTGRES_ADMIN_PASSWORD: {
    description: 'Password of the superuser `postgres`, which Compose uses only to create the other two roles.',
  },
  MIGRATE_DATABASE_URL: {
    description:
      'The database URL for migrations, if `DATABASE_URL` points to another PostgreSQL with a role that may not change tables.',
  },
  REDIS_PASSWORD: {
    description: 'Password of the Redis that Compose runs. Use letters and digits, because it becomes part of a URL.',
  },
  API_IMAGE: { description: 'The image of the API. Name it by digest to make deployments reversible.', default: 'sendoff-api' },
  WORKER_IMAGE: { description: 'The image of the worker.', default: 'sendoff-worker' },
  SMTP_IMAGE: { description: 'The image of SMTP.', default: 'sendoff-smtp' },
  COMPOSE_PROFILES: {
    description: 'Optional services, separated by commas: `smtp` for SMTP submission and bounces, `dev` for a capture inbox.',
  },
  SMTP_TLS_DIRECTORY: {
    description:
      'With the profile `smtp`: the directory on the host with `fullchain.pem` and `privkey.pem`, readable by user 1000. A relative path starts at the directory of `compose.yaml`.',
    default: './tls',
  },
  SMTP_BIND_ADDRESS: {
    description: 'The address of the host on which SMTP is published, including `FEEDBACK_PORT`.',
    default: '127.0.0.1',
  },
  WORKER_REPLICAS: { description: 'Number of workers.', default: '1' },
  BIND_ADDRESS: {
    description: 'The address of the host on which the API is published. Put a proxy that terminates TLS in front of it.',
    default: '127.0.0.1',
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    description: 'Headers for the OTLP receiver, such as credentials: `name=value`, separated by commas.',
  },
  OTEL_TRACES_SAMPLER: {
    description: 'The sampler of traces, such as `parentbased_traceidratio`. When it is not set, all traces are kept.',
  },
  OTEL_TRACES_SAMPLER_ARG: { description: 'The share of traces that a ratio sampler keeps, such as `0.01`.' },
  OTEL_BSP_SCHEDULE_DELAY: { description: 'Milliseconds between two exports of spans.' },
  OTEL_BSP_MAX_QUEUE_SIZE: { description: 'Maximum number of spans that wait for the next export; further ones are dropped.' },
  OTEL_BSP_MAX_EXPORT_BATCH_SIZE: { description: 'Maximum number of spans per export.' },
} as const satisfies Record<string, { readonly description: string; readonly default?: string }>;

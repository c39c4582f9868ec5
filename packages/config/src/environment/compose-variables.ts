/** What docker/compose.yaml reads besides the variables of the programs. */
export const COMPOSE_VARIABLES = {
  POSTGRES_PASSWORD: {
    description: 'The password of the PostgreSQL that Compose runs; letters and digits, since it becomes part of a URL.',
  },
  API_IMAGE: { description: 'The image of the API; by digest where a deployment is to be undone.', default: 'sendoff-api' },
  WORKER_IMAGE: { description: 'The image of the worker.', default: 'sendoff-worker' },
  WORKER_REPLICAS: { description: 'How many workers run.', default: '1' },
  BIND_ADDRESS: {
    description: 'The address of the host on which the API is published; a proxy that ends TLS belongs in front of it.',
    default: '127.0.0.1',
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    description: 'Headers for the receiver of traces, such as its credentials: `name=value`, separated by commas.',
  },
} as const satisfies Record<string, { readonly description: string; readonly default?: string }>;

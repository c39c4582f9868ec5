/** Traces an email from its request to the reply of the relay. */
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { traceDeliveries, type FollowJob } from './trace-deliveries.ts';
import { traceJobs, type NoteJobs } from './trace-jobs.ts';
import { traceRequests, type BeginRequest } from './trace-requests.ts';
import { createTraceScope } from './trace-scope.ts';

/** The receiver of traces, and the process that sends them. */
export interface TracingOptions {
  /** The base URL of an OTLP receiver over HTTP, such as `http://127.0.0.1:4318`. */
  readonly endpoint: string;
  readonly app: 'api' | 'worker' | 'smtp';
  readonly version: string;
}

/** The tracing functions of a process. */
export interface Tracing {
  readonly beginRequest: BeginRequest;
  readonly noteJobs: NoteJobs;
  /** The `traceparent` of the active span; undefined outside a trace. */
  readonly current: () => string | undefined;
  readonly followJob: FollowJob;
  /** Exports the remaining spans; an unavailable receiver costs some seconds at most. */
  readonly close: () => Promise<void>;
}

/** Timeout of one export; unsent spans are dropped. */
const EXPORT_LIMIT_MS = 3000;

/**
 * Opens tracing. Sampling, headers and batching follow the standard variables of OpenTelemetry (`OTEL_TRACES_SAMPLER`,
 * `OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_BSP_*`).
 */
export function openTracing({ endpoint, app, version }: TracingOptions): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: EXPORT_LIMIT_MS });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `sendoff-${app}`, 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const scope = createTraceScope(provider.getTracer('sendoff', version));
  const requests = traceRequests(scope);
  const deliveries = traceDeliveries(scope);

  return {
    beginRequest: requests.begin,
    noteJobs: traceJobs(scope),
    current: () => {
      const span = scope.activeSpan();
      return span === undefined ? undefined : scope.write(span);
    },
    followJob: deliveries.follow,
    close: async () => {
      requests.stop();
      deliveries.stop();
      await provider.shutdown();
    },
  };
}

/** The metrics of one process, in the text format of Prometheus. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { addShareGauges } from './share-gauges.ts';

/** The metrics of a process. */
export interface Metrics {
  /** Where metrics are registered. */
  readonly registry: Registry;
  /** The media type of {@link Metrics.read}. */
  readonly contentType: string;
  /** All metrics in the text format of Prometheus. */
  read(): Promise<string>;
}

/** Default metrics that duplicate others and break the naming rules of Prometheus: gauges that end in `_total`. */
const LEFT_OUT = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** Opens the metrics of a process, including those of Node.js and of shared resources. */
export function openMetrics({ app, version }: { readonly app: 'api' | 'worker' | 'smtp'; readonly version: string }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of LEFT_OUT) registry.removeSingleMetric(name);

  new Gauge({
    name: 'sendoff_build_info',
    help: 'The running program and its version; always 1.',
    labelNames: ['app', 'version'],
    registers: [registry],
  }).set({ app, version }, 1);
  addShareGauges({ registry });
  return { registry, contentType: registry.contentType, read: () => registry.metrics() };
}

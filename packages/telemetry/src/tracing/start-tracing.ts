/** Starts tracing if it is configured. */
import type { Tracing, TracingOptions } from './open-tracing.ts';

/**
 * Starts tracing if there is an endpoint.
 *
 * @returns undefined without one; OpenTelemetry is not loaded then.
 */
export async function startTracing({
  endpoint,
  ...options
}: Omit<TracingOptions, 'endpoint'> & { readonly endpoint: string | undefined }): Promise<Tracing | undefined> {
  if (endpoint === undefined) return undefined;
  const { openTracing } = await import('./open-tracing.ts');
  return openTracing({ ...options, endpoint });
}

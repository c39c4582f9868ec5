/** Tracing, where somebody has said where traces go. */
import type { Tracing, TracingOptions } from './open-tracing.ts';

/**
 * Starts tracing when there is an endpoint.
 *
 * @returns undefined without one: then nothing of OpenTelemetry is even loaded, and nothing is measured.
 */
export async function startTracing({
  endpoint,
  ...options
}: Omit<TracingOptions, 'endpoint'> & { readonly endpoint: string | undefined }): Promise<Tracing | undefined> {
  if (endpoint === undefined) return undefined;
  const { openTracing } = await import('./open-tracing.ts');
  return openTracing({ ...options, endpoint });
}

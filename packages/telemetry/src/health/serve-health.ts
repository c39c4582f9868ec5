/** Health and metrics endpoints for processes without another HTTP server. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { Metrics } from '../metrics/open-metrics.ts';
import type { Readiness } from './check-readiness.ts';

/**
 * Serves `GET /healthz` (200 while the process runs) and `GET /readyz` (200, or 503 when unavailable) as JSON, and `GET /metrics`
 * in the text format of Prometheus.
 *
 * @throws the error of `listen` when the port is unavailable.
 */
export async function serveHealth(
  address: { readonly host: string; readonly port: number },
  checkReadiness: () => Promise<Readiness>,
  metrics: Pick<Metrics, 'read' | 'contentType'>,
): Promise<Server> {
  const server = createServer((request, response) => {
    const reply = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    };
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      reply(405, { statusCode: 405, name: 'method_not_allowed', message: 'Only GET is allowed here.' });
    } else if (path === '/healthz') {
      reply(200, { status: 'ok' });
    } else if (path === '/readyz') {
      void checkReadiness().then((readiness) => reply(readiness.status === 'unavailable' ? 503 : 200, readiness));
    } else if (path === '/metrics') {
      void metrics.read().then((text) => {
        response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
        response.end(text);
      });
    } else {
      reply(404, { statusCode: 404, name: 'not_found', message: 'Only /healthz, /readyz and /metrics are served here.' });
    }
  });
  server.listen(address.port, address.host);
  await once(server, 'listening');
  return server;
}

import type { FastifyInstance } from 'fastify';

/**
 * Ends connections with the response that is under way when the server closes.
 *
 * Node.js closes the idle ones by itself; one that becomes idle after that would keep the server, and
 * so the process, until the client lets go of it.
 */
export function endConnectionsOnClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done();
  });
}

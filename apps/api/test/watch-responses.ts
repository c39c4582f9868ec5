/** Sees every response of a server, whoever asked for it. */
import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { Contract } from './contract.ts';

/** Collects what is wrong with the responses of `server` into `violations`. */
export function watchResponses(server: Server, contract: Contract, violations: string[]): void {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    const note = (chunk: unknown): void => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
    };
    // Fastify hands all headers over with the status, where `getHeaders` does not see them.
    let headers: OutgoingHttpHeaders = {};
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
    response.writeHead = (...args: unknown[]) => {
      headers = { ...response.getHeaders(), ...(args.at(-1) as OutgoingHttpHeaders) };
      return writeHead(...args);
    };
    const write = response.write.bind(response) as (...args: unknown[]) => boolean;
    const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
    response.write = (...args: unknown[]) => {
      note(args[0]);
      return write(...args);
    };
    response.end = (...args: unknown[]) => {
      note(args[0]);
      return end(...args);
    };
    const { method = '', url = '' } = request;
    response.once('finish', () => {
      const exchange = { method, url, status: response.statusCode, headers, body: Buffer.concat(chunks) };
      for (const problem of contract.check(exchange)) {
        violations.push(`${method} ${url} answered ${String(response.statusCode)}, and ${problem}`);
      }
    });
  });
}

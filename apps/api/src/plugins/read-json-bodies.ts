/** Parsing of request bodies. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { openFairLimiter, shareKeyOf, type Share } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectBody } from '../bodies/collect-body.ts';
import { cutOutFiles, cutOutFilesInTurns } from '../bodies/cut-out-files.ts';

/** Bytes. Parsing a larger body takes milliseconds of the main thread. */
const LARGE_BODY = 256 * 1024;

/**
 * Accepts only JSON. An empty body counts as no body even with a JSON content type, which clients send with every request.
 * Refuses bodies that are not UTF-8 instead of repairing them, and bodies with `__proto__` or `constructor.prototype` keys.
 *
 * Large bodies are parsed one after another; other requests run between two of them and during each.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parseText = app.getDefaultJsonParser('error', 'error');
  const turns = openFairLimiter({ resource: 'large_bodies', total: 1 });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', async (request: FastifyRequest, payload: IncomingMessage) => {
    const body = await collectBody(payload, request);
    if (body.length === 0) return undefined;
    if (body.length <= LARGE_BODY) return parse(request, body, cutOutFiles);

    const turn = await waitForTurn(request);
    try {
      return await parse(request, body, cutOutFilesInTurns);
    } finally {
      // After the handler has run up to its first `await`.
      setImmediate(turn.release);
    }
  });

  /** The body of a disconnected client is no longer charged, so it must not wait either. */
  async function waitForTurn(request: FastifyRequest): Promise<Share> {
    const { socket } = request.raw;
    const { id } = (request.apiKey as typeof request.apiKey | undefined) ?? { id: null };
    const gone = new AbortController();
    const giveUp = (): void => gone.abort(new SendoffError('malformed_body'));
    if (socket.destroyed) giveUp();
    socket.once('close', giveUp);
    try {
      return await turns.acquire(shareKeyOf(id), { signal: gone.signal });
    } finally {
      socket.off('close', giveUp);
    }
  }

  async function parse(request: FastifyRequest, body: Buffer, cutOut: typeof cutOutFiles | typeof cutOutFilesInTurns) {
    if (!isUtf8(body)) throw new SendoffError('malformed_body');
    const { text, putBack } = await cutOut(body);
    return new Promise((resolve, reject) => {
      void parseText(request, text, (error, value) => {
        if (error !== null) {
          reject(error);
          return;
        }
        putBack(value);
        resolve(value);
      });
    });
  }
}

/** How bodies are read. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { openFairLimiter, shareKeyOf, type Share } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectBody } from '../bodies/collect-body.ts';
import { cutOutFiles, cutOutFilesInTurns } from '../bodies/cut-out-files.ts';

/** Bytes. To read a longer body takes milliseconds of the thread that answers everybody. */
const LARGE_BODY = 256 * 1024;

/**
 * JSON and nothing else. An empty body is no body, also where the header says JSON: clients send that
 * header with every request. A body that is not UTF-8 is refused rather than repaired, and so is one
 * that tries to reach the prototype of an object.
 *
 * Large bodies are read one after another; other requests have their turn between two of them and while one is read.
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
      // After what the request does with its body before it waits for the first time.
      setImmediate(turn.release);
    }
  });

  /** A client that goes away is charged for its body no longer, so the body must not wait either. */
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

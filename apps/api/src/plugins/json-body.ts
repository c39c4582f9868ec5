/** How bodies are read. */
import { isUtf8 } from 'node:buffer';
import { SendoffError } from '@sendoff/config';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cutOutByteArrays } from './cut-out-byte-arrays.ts';

/**
 * JSON and nothing else. An empty body is no body, also where the header says JSON: clients send that
 * header with every request. A body that is not UTF-8 is refused rather than repaired, and so is one
 * that tries to reach the prototype of an object.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) done(null, undefined);
    else if (!isUtf8(body)) done(new SendoffError('malformed_body'), undefined);
    else parseCut(request, body, done);
  });

  /** Without the files that are written as arrays of integers, which take a parser forty times their size. */
  function parseCut(request: FastifyRequest, body: Buffer, done: (error: Error | null, value?: unknown) => void): void {
    try {
      const { text, putBack } = cutOutByteArrays(body);
      void parse(request, text, (error, value) => {
        if (error === null) putBack(value);
        done(error, value);
      });
    } catch (error) {
      done(error as Error);
    }
  }
}

import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { SendoffError } from '@sendoff/core';
import type { FastifyRequest } from 'fastify';
import { collectBody } from './collect-body.ts';

const LIMIT = 20_000_000;

/** Collects what comes in chunks of such a length. */
const collect = (bytes: Buffer, chunk: number, announced?: number): Promise<Buffer> => {
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, n) => bytes.subarray(n * chunk, (n + 1) * chunk));
  const headers = announced === undefined ? {} : { 'content-length': String(announced) };
  return collectBody(Readable.from(chunks), { headers, routeOptions: { bodyLimit: LIMIT } } as FastifyRequest);
};

test.each([
  [0, 1],
  [10, 3],
  [200, 200],
  [300_000, 65_536],
  [1_048_577, 65_535],
  [9_000_000, 60_001],
  [LIMIT, 65_536],
])('a body of %i bytes in chunks of %i is what it was, announced or not', async (length, chunk) => {
  const bytes = randomBytes(length);
  for (const announced of [undefined, length]) expect((await collect(bytes, chunk, announced)).equals(bytes)).toBe(true);
});

test.each([
  ['longer than the route takes', LIMIT + 1, undefined, 'body_too_large'],
  ['announced as longer than the route takes', 1, LIMIT + 1, 'body_too_large'],
  ['shorter than it was announced', 70_000, 70_001, 'malformed_body'],
])('a body that is %s is refused', async (_title, length, announced, code) => {
  await expect(collect(Buffer.alloc(length), 65_536, announced)).rejects.toThrow(expect.objectContaining({ code }));
});

test('a body that breaks off is refused', async () => {
  const broken = new Readable({ read: () => undefined });
  const request = { headers: {}, routeOptions: { bodyLimit: LIMIT } } as FastifyRequest;
  const body = collectBody(broken, request);
  broken.push('{');
  broken.destroy(new Error('aborted'));
  await expect(body).rejects.toBeInstanceOf(SendoffError);
});

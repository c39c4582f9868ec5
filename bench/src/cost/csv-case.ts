import { Readable } from 'node:stream';
import type { Database } from '@sendoff/db';
import { SendoffError } from '@sendoff/core';
import type { CostCase } from './cost-case.ts';
import { hostileText } from './hostile-text.ts';
import { importSuppressions } from './measured-functions.ts';

const CHUNK = 64 * 1024;
/* prettier-ignore */
const PIECES = [
  'a@b.example\n', '"a@b.example"\n', 'x@y.example,bounce\n', 'email,origin\n', 'email\n', ',', ',,,,,,,,', '"', '""', '"x",', '\n', '\r\n', ' ', '\t',
  'x', '@', '.', 'ü', '=1+1', "'", '"a""b"', '<a@b.example>\n', '\u0000', '=?utf-8?q?a?= <a@b.example>\n', '"\\"\\"" <a@b.example>\n',
];

/** A database stub that accepts every write and finds no rows. */
const DATABASE = { $queryRaw: () => Promise.resolve([]) } as unknown as Database;

/** The import of suppressions from CSV. */
export const openCsvCase = (): CostCase => ({
  name: 'csv',
  generate: (random, bytes) => Buffer.from(hostileText(random, PIECES, bytes)),
  run: async (input) => {
    const chunks = Array.from({ length: Math.ceil(input.length / CHUNK) }, (_, n) => input.subarray(n * CHUNK, (n + 1) * CHUNK));
    try {
      await importSuppressions(DATABASE, Readable.from(chunks));
    } catch (error) {
      if (!(error instanceof SendoffError)) throw error;
    }
  },
});

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { temporaryCertificate } from '../testing/temporary-certificate.ts';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { keepCertificate, type KeptCertificate } from './keep-certificate.ts';

let directory: ReturnType<typeof temporaryDirectory>;
let files: KeptCertificate;

const read = () => ({ cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') });

beforeEach(async () => {
  directory = temporaryDirectory();
  files = await keepCertificate(directory.path);
});
afterEach(() => directory.remove());

test('is created once', async () => {
  const made = read();
  expect(await keepCertificate(directory.path)).toEqual(files);
  expect(read()).toEqual(made);
});

test.each(['a different one', 'no key', 'not there'])('is created again when its key is %s', async (what) => {
  const { cert: before } = read();
  if (what === 'not there') rmSync(files.key);
  else writeFileSync(files.key, what === 'no key' ? 'what is this' : (await temporaryCertificate()).key);
  await keepCertificate(directory.path);
  const { cert, key } = read();
  expect(cert).not.toBe(before);
  expect(new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))).toBe(true);
});

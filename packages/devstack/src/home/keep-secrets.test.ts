import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { keepSecrets } from './keep-secrets.ts';

test('are created once, readable by their owner only', () => {
  const { path, remove } = temporaryDirectory();
  const home = join(path, 'home');
  const secrets = keepSecrets(home);
  expect(secrets.secretKey).toMatch(/^[0-9a-f]{64}$/);
  expect(keepSecrets(home)).toEqual(secrets);
  expect(statSync(join(home, 'secrets.json')).mode & 0o777).toBe(0o600);
  remove();
});

test.each(['', '{', 'null', '{"secretKey":1}'])('a damaged file (%j) is not replaced, because data depends on it', (text) => {
  const { path, remove } = temporaryDirectory();
  writeFileSync(join(path, 'secrets.json'), text);
  expect(() => keepSecrets(path)).toThrow(/is damaged/);
  remove();
});

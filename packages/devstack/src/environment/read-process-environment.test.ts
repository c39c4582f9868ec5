import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryDirectory } from '../testing/temporary-directory.ts';
import { mergeEnvironments, readDotEnv } from './read-process-environment.ts';

test('variables of the process override the file', () => {
  expect(mergeEnvironments({ PORT: '4000', HOST: '::1' }, { PORT: '5000' })).toEqual({ PORT: '5000', HOST: '::1' });
});

test('an empty variable counts as not set and does not override the file', () => {
  expect(mergeEnvironments({ PORT: '4000', MAIL_URL: '' }, { PORT: '' })).toEqual({ PORT: '4000' });
});

test('a file is parsed as Node.js does, and a missing one is empty', () => {
  const { path, remove } = temporaryDirectory();
  const file = join(path, '.env');
  expect(readDotEnv(file)).toEqual({});
  writeFileSync(file, '# a comment\nMAIL_DEFAULT_FROM="Acme <hello@acme.example>"\nPORT=4000 # the port\n');
  expect(readDotEnv(file)).toEqual({ MAIL_DEFAULT_FROM: 'Acme <hello@acme.example>', PORT: '4000' });
  remove();
});

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { configureFolder } from '../../test/folder-transport.ts';
import { message, open, RAW, relay, release } from '../../test/relay-kit.ts';
import { TRANSPORTS } from './transports.ts';

const transports = { ...TRANSPORTS, 'folder:': configureFolder };

let folder: string;
let url: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sendoff-folder-'));
  url = pathToFileURL(folder).href.replace('file:', 'folder:');
});
afterEach(async () => {
  await release();
  await rm(folder, { recursive: true, force: true });
});

test('a message is sent by the transport of the scheme, and the outcome has the id of the provider', async () => {
  const outcome = await open([url], { transports }).deliver(message('a@b.example', 'c@d.example'));
  const [file = ''] = await readdir(folder);
  expect(outcome).toMatchObject({
    kind: 'answered',
    relay: url,
    providerMessageId: file.replace('.eml', ''),
    recipients: [{ verdict: 'sent' }, { verdict: 'sent' }],
  });
  expect(await readFile(path.join(folder, file))).toEqual(RAW);
});

test('when it fails, a relay of another scheme is used, and its circuit opens for the next message', async () => {
  const { url: smtp, received } = await relay();
  await rm(folder, { recursive: true });
  const relays = open([url, smtp], { transports });
  for (const attempted of [true, false]) {
    expect(await relays.deliver(message('a@b.example'))).toMatchObject({
      kind: 'answered',
      relay: smtp,
      skippedRelays: [{ relay: url, attempted, reason: 'unreachable' }],
    });
  }
  expect(received).toHaveLength(2);
});

test('its check is included with those of other relays', async () => {
  const { url: smtp } = await relay();
  expect(await open([url, smtp], { transports }).check()).toEqual([
    { relay: url, ok: true },
    { relay: smtp, ok: true },
  ]);
});

test('an unknown scheme is rejected with a list of the known ones', () => {
  expect(() => open([url])).toThrow('must begin with smtp:// or smtps://');
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { IMPATIENT, message, open, release } from '../../../test/relay-kit.ts';
import { startDeafServer, startTalkingServer, type TalkingServer } from '../../../test/talking-server.ts';

let server: TalkingServer | undefined;

afterEach(async () => {
  await release();
  await server?.close();
  server = undefined;
});

/** deliver-trouble.integration.test.ts goes on from MAIL FROM. */
describe('before the envelope, nothing was handed over and the relay is the trouble', () => {
  const stages = [
    ['greeting', ['connect']],
    ['EHLO', ['connect']],
    ['STARTTLS', ['connect']],
    ['handshake', ['connect']],
    // Without a reply, nodemailer does not say that it was AUTH that got none.
    ['AUTH', ['connect', 'authenticate']],
  ] as const;

  test.each(stages)('silence at the %s', async (stage, phases) => {
    server = await startTalkingServer(stage, 'hang');
    const report = await open([url(stage, server.port)], IMPATIENT).deliver(message('a@b.example'));
    expect(report).toMatchObject({ kind: 'relay_error', reason: 'timeout', reply: null, recipients: [] });
    expect(phases).toContain(report.phase);
  });

  test.each(stages)('a connection dropped at the %s', async (stage, phases) => {
    server = await startTalkingServer(stage, 'drop');
    const report = await open([url(stage, server.port)]).deliver(message('a@b.example'));
    expect(report).toMatchObject({ kind: 'relay_error', reason: 'connection_lost', reply: null, recipients: [] });
    expect(phases).toContain(report.phase);
  });

  // Elsewhere a full queue refuses the connection, which is another case.
  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('a connection that does not come about in time (on Linux)', async () => {
    server = await startDeafServer();
    const timeouts = { connection: 300 };
    const report = await open([url('greeting', server.port)], { timeouts }).deliver(message('a@b.example'));
    expect(report).toMatchObject({
      kind: 'relay_error',
      phase: 'connect',
      reason: 'timeout',
      reply: null,
      remoteAddress: null,
    });
  });
});

/** STARTTLS is left out where the dialogue is to go on in clear. */
function url(stage: string, port: number): string {
  const address = `me:secret@127.0.0.1:${String(port)}`;
  return stage === 'AUTH' ? `smtp://${address}?ignoreTLS=true` : `smtp://${address}`;
}

import { afterEach, describe, expect, test } from '@jest/globals';
import { IMPATIENT, message, open, release } from '../../../test/relay-kit.ts';
import { startDeafServer, startTalkingServer, type TalkingServer } from '../../../test/talking-server.ts';

let server: TalkingServer | undefined;

afterEach(async () => {
  await release();
  await server?.close();
  server = undefined;
});

/** Phases from MAIL FROM on are tested in deliver-trouble.integration.test.ts. */
describe('a failure before the envelope is a relay error', () => {
  const stages = [
    ['greeting', ['connect']],
    ['EHLO', ['connect']],
    ['STARTTLS', ['connect']],
    ['handshake', ['connect']],
    // Without a reply, nodemailer does not report that the command was AUTH.
    ['AUTH', ['connect', 'authenticate']],
  ] as const;

  test.each(stages)('a timeout at the %s', async (stage, phases) => {
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

  // Other systems refuse the connection when the accept queue is full, which is another case.
  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('a connection timeout (on Linux)', async () => {
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

/** Without STARTTLS when the dialogue should continue unencrypted. */
function url(stage: string, port: number): string {
  const address = `me:secret@127.0.0.1:${String(port)}`;
  return stage === 'AUTH' ? `smtp://${address}?ignoreTLS=true` : `smtp://${address}`;
}

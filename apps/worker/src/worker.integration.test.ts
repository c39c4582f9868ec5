import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { deriveKey } from '@sendoff/runtime';
import { acceptSubmissions, beginAttempts, cancelEmail, rescheduleEmail, retryEmail } from '@sendoff/db';
import { sampleSubmission } from '@sendoff/db/testing';
import { openReturnPaths } from '@sendoff/feedback/return-path';
import { queueEngines } from '@sendoff/testkit';
import { createWorld, release, releaseLater } from '../test/create-world.ts';

afterEach(release);

describe.each(queueEngines())('the worker on $name', ({ redisUrl }) => {
  test('sends an email and records the reply of the relay', async () => {
    const world = await createWorld(redisUrl);
    await world.startWorker();
    const id = await world.accept({
      bcc: ['secret@example.com'],
      recipients: [
        { address: 'ann@example.com', kind: 'to' },
        { address: 'secret@example.com', kind: 'bcc' },
      ],
    });
    const email = await world.becomes(id, 'sent');
    expect(email.attempts[0]).toMatchObject({
      n: 1,
      outcome: 'sent',
      replyCode: 250,
      relay: world.relay.url,
      remoteAddress: '127.0.0.1',
    });
    expect(email.recipients.map(({ state }) => state)).toEqual(['sent', 'sent']);

    const [message] = await world.relay.waitFor(1, 1000);
    expect(message?.envelope).toEqual({ from: 'hello@acme.example', to: ['ann@example.com', 'secret@example.com'] });
    expect(message?.raw.toString()).toContain(`Message-ID: <${id}@acme.example>`);
    expect(message?.raw.toString()).not.toContain('secret@example.com');
  });

  test('retries a temporary rejection on schedule with the same Message-ID, only for deferred recipients', async () => {
    let refusals = 0;
    const world = await createWorld(redisUrl, {
      rcpt: ({ to }) =>
        to === 'bob@example.com' && refusals++ < 1 ? { code: 451, message: '4.7.1 Greylisted, try again' } : undefined,
    });
    await world.startWorker();
    const id = await world.accept({
      to: ['ann@example.com', 'bob@example.com'],
      recipients: [
        { address: 'ann@example.com', kind: 'to' },
        { address: 'bob@example.com', kind: 'to' },
      ],
    });
    const email = await world.becomes(id, 'sent');
    expect(email).toMatchObject({ attemptCount: 2, retryCount: 1 });
    const messages = await world.relay.waitFor(2, 1000);
    expect(messages.map(({ envelope }) => envelope.to)).toEqual([['ann@example.com'], ['bob@example.com']]);
    expect(messages[0]?.raw.equals(messages[1]?.raw ?? Buffer.alloc(0))).toBe(true);
    const attempts = await world.database.deliveryAttempt.findMany({ where: { emailId: id }, orderBy: { n: 'asc' } });
    expect(attempts.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['partial', 'greylisted'],
      ['sent', 'accepted'],
    ]);
  });

  test('fails an email when the schedule is exhausted, and bounces it at once on a permanent rejection', async () => {
    const world = await createWorld(redisUrl, {
      rcpt: ({ to }) =>
        to === 'gone@example.com' ? { code: 550, message: '5.1.1 No such user' } : { code: 450, message: '4.2.0 Later' },
    });
    await world.startWorker();
    const deferred = await world.accept();
    const gone = await world.accept({ to: ['gone@example.com'], recipients: [{ address: 'gone@example.com', kind: 'to' }] });
    expect(await world.becomes(gone, 'bounced')).toMatchObject({
      attemptCount: 1,
      recipients: [{ state: 'bounced', replyCode: 550, enhancedCode: '5.1.1' }],
    });
    expect(await world.becomes(deferred, 'failed')).toMatchObject({
      attemptCount: 3,
      recipients: [{ state: 'failed', replyCode: 450 }],
    });
  });

  test('a relay error defers an email without using a step of the schedule', async () => {
    const world = await createWorld(redisUrl, { connect: { code: 421, message: '4.3.2 Going down' } });
    await world.startWorker();
    const id = await world.accept();
    const email = await world.becomes(id, 'deferred');
    expect(email).toMatchObject({
      retryCount: 0,
      attempts: [{ outcome: 'relay_error', replyCode: 421 }],
      recipients: [{ state: 'pending' }],
    });
    expect(email.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now() + 5000);
  });

  test('sends an email that was never enqueued', async () => {
    const world = await createWorld(redisUrl);
    const id = await world.accept({}, false);
    await world.startWorker();
    await world.becomes(id, 'sent');
  });

  test('sends a scheduled email at its time without a job', async () => {
    const world = await createWorld(redisUrl);
    const scheduledAt = new Date(Date.now() + 1500);
    const id = await world.accept({ scheduledAt }, false);
    await world.startWorker();
    await world.becomes(id, 'sent');
    expect(world.relay.received[0]?.at).toBeGreaterThanOrEqual(scheduledAt.getTime());
  });

  test('takes over the email of a lost worker, and records the attempt as in doubt', async () => {
    const world = await createWorld(redisUrl);
    const id = await world.accept();
    await beginAttempts(world.database, [{ emailId: id, generation: 0 }], { worker: 'killed', leaseMs: 300 });
    await world.startWorker();
    expect(await world.becomes(id, 'sent')).toMatchObject({ attemptCount: 2, retryCount: 1 });
    const first = await world.database.deliveryAttempt.findFirst({ where: { emailId: id, n: 1 } });
    expect(first).toMatchObject({ outcome: 'in_doubt', reason: 'worker_gone', worker: 'killed' });
  });

  test('holds an email in doubt when configured to', async () => {
    const world = await createWorld(redisUrl, { end: 'drop' });
    await world.startWorker({ IN_DOUBT_POLICY: 'hold' });
    const id = await world.accept();
    expect(await world.becomes(id, 'in_doubt')).toMatchObject({ attemptCount: 1, nextAttemptAt: null });
    expect(world.relay.received).toHaveLength(1);
  });

  test('an attempt longer than its lease keeps the lease', async () => {
    const world = await createWorld(redisUrl, {
      end: async () => {
        await new Promise((resolve) => setTimeout(resolve, 2000));
        return undefined;
      },
    });
    await world.startWorker();
    const id = await world.accept();
    expect(await world.becomes(id, 'sent')).toMatchObject({ attemptCount: 1 });
  });

  test('delivery to test addresses is simulated, and other recipients get the email', async () => {
    const world = await createWorld(redisUrl);
    await world.startWorker();
    const to = ['delivered+a@resend.dev', 'bounced@resend.dev', 'complained@resend.dev', 'suppressed@resend.dev'];
    const alone = await Promise.all(to.map((address) => world.accept({ to: [address], recipients: [{ address, kind: 'to' }] })));
    const all = [...to, 'ann@example.com'];
    const mixed = await world.accept({ to: all, recipients: all.map((address) => ({ address, kind: 'to' })) });
    const lastEvents = [];
    for (const [index, status] of (['sent', 'bounced', 'sent', 'suppressed'] as const).entries()) {
      lastEvents.push((await world.becomes(alone[index] ?? '', status)).lastEvent);
    }
    expect(lastEvents).toEqual(['delivered', 'bounced', 'complained', 'suppressed']);
    await world.becomes(mixed, 'sent');
    expect(world.relay.received.map(({ envelope }) => envelope.to)).toEqual([['ann@example.com']]);
  });

  test('a bounced recipient is suppressed, others are not, and a manual retry checks the list again', async () => {
    const world = await createWorld(redisUrl, {
      rcpt: ({ to }) => (to === 'gone@example.com' ? { code: 550, message: '5.1.1 No such user' } : undefined),
    });
    await world.startWorker();
    const gone = { to: ['gone@example.com'], recipients: [{ address: 'gone@example.com', kind: 'to' as const }] };
    const first = await world.accept(gone);
    await world.becomes(first, 'bounced');
    expect(await world.database.suppression.findMany()).toMatchObject([
      { email: 'gone@example.com', origin: 'bounce', sourceEmailId: first },
    ]);

    const second = await world.becomes(await world.accept(gone), 'suppressed');
    expect(second).toMatchObject({
      lastEvent: 'suppressed',
      attempts: [{ outcome: 'suppressed', reason: 'suppressed', relay: null, replyCode: null }],
      recipients: [{ state: 'suppressed', replyCode: null }],
    });
    const both = ['ann@example.com', 'gone@example.com'];
    const mixed = await world.accept({ to: both, recipients: both.map((address) => ({ address, kind: 'to' as const })) });
    const sent = await world.becomes(mixed, 'sent');
    expect(sent.attempts[0]).toMatchObject({ outcome: 'sent', replyCode: 250 });
    expect(sent.recipients.map(({ state }) => state)).toEqual(['sent', 'suppressed']);

    const retried = await retryEmail(world.database, second.id, 'all');
    expect(retried).toMatchObject({ kind: 'done' });
    expect(await world.becomes(second.id, 'suppressed')).toMatchObject({ attemptCount: 2 });
    expect(world.relay.received.map(({ envelope }) => envelope.to)).toEqual([['ann@example.com']]);
  });

  test('each email has its own return path when a return path domain is configured', async () => {
    const world = await createWorld(redisUrl);
    const secretKey = 'x'.repeat(32);
    await world.startWorker({ RETURN_PATH_DOMAIN: 'bounces.acme.example', SECRET_KEY: secretKey });
    const ids = await Promise.all([world.accept(), world.accept()]);
    for (const id of ids) await world.becomes(id, 'sent');
    const paths = openReturnPaths({ domain: 'bounces.acme.example', key: deriveKey('returnPath', secretKey).toString('hex') });
    const read = world.relay.received.map(({ envelope }) => paths.read(envelope.from));
    expect(read.map((path) => (path.kind === 'email' ? path.emailId : path.kind)).sort()).toEqual(ids.sort());
    expect(world.relay.received[0]?.raw.toString()).toContain('From: Acme <hello@acme.example>');
  });

  test('a simulated bounce does not add a suppression', async () => {
    const world = await createWorld(redisUrl);
    await world.startWorker();
    const address = 'bounced@resend.dev';
    await world.becomes(await world.accept({ to: [address], recipients: [{ address, kind: 'to' }] }), 'bounced');
    await world.becomes(await world.accept({ to: [address], recipients: [{ address, kind: 'to' }], mode: 'test' }), 'bounced');
    expect(await world.database.suppression.count()).toBe(0);
  });

  test('fetches an attachment given by URL once, for all attempts', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.setHeader('content-type', 'text/csv').end('a;b');
    }).listen(0, '127.0.0.1');
    releaseLater(() => new Promise((resolve) => server.close(resolve)));
    await once(server, 'listening');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/report.csv`;
    let refusals = 0;
    const world = await createWorld(redisUrl, {
      data: () => (refusals++ < 1 ? { code: 451, message: '4.3.0 Later' } : undefined),
    });
    await world.startWorker({ ALLOW_PRIVATE_ADDRESSES: 'true' });
    const id = await world.accept({
      attachments: [{ filename: 'report.csv', contentType: null, contentId: null, bytes: null, url }],
    });
    expect(await world.becomes(id, 'sent')).toMatchObject({ attemptCount: 2 });
    expect(asked).toBe(1);
    expect(world.relay.received[0]?.raw.toString()).toMatch(/filename=report\.csv[\s\S]*YTti/);
  });

  test('an attachment at a private address fails the email, with the reason', async () => {
    const world = await createWorld(redisUrl);
    await world.startWorker();
    const attachment = { filename: 'a', contentType: null, contentId: null, bytes: null, url: 'http://127.0.0.1:1/secret' };
    const email = await world.becomes(await world.accept({ attachments: [attachment] }), 'failed');
    expect(email.attempts[0]).toMatchObject({ outcome: 'failed', reason: 'attachment_unavailable', relay: null });
  });

  test('two workers share emails due at the same time, and send each once and none early', async () => {
    const world = await createWorld(redisUrl);
    const due = new Date(Date.now() + 3000);
    await acceptSubmissions(
      world.database,
      Array.from({ length: 300 }, () => sampleSubmission({ scheduledAt: due })),
    );
    await Promise.all([world.startWorker(), world.startWorker()]);
    const received = await world.relay.waitFor(300, 15_000);
    expect(Math.min(...received.map(({ at }) => at))).toBeGreaterThanOrEqual(due.getTime());
    await expect(world.relay.waitFor(301, 500)).rejects.toThrow();
    const attempts = await world.database.deliveryAttempt.groupBy({ by: ['worker'], _count: true });
    expect(attempts.map(({ _count }) => _count).reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(attempts).toHaveLength(2);
  });

  test('an email canceled or rescheduled in its last second is not sent at the old time', async () => {
    const world = await createWorld(redisUrl);
    await world.startWorker();
    const due = Date.now() + 1500;
    const canceled = await world.accept({ scheduledAt: new Date(due) }, false);
    const moved = await world.accept({ scheduledAt: new Date(due) }, false);
    const later = await world.accept({ scheduledAt: new Date(due + 1000) }, false);
    // Workers look a second ahead, and have seen them by now.
    await new Promise((resolve) => setTimeout(resolve, due - 400 - Date.now()));
    expect(await cancelEmail(world.database, canceled, 'all')).toMatchObject({ kind: 'done' });
    expect(await rescheduleEmail(world.database, moved, new Date(due + 3_600_000), 'all')).toMatchObject({ kind: 'done' });
    await world.becomes(later, 'sent');
    expect(world.relay.received).toHaveLength(1);
    expect(await world.becomes(moved, 'scheduled')).toMatchObject({ attemptCount: 0 });
  });

  test('a submitted message is sent unchanged, in each attempt to the recipients still open', async () => {
    let refusals = 0;
    const world = await createWorld(redisUrl, {
      rcpt: ({ to }) => (to === 'Bob@example.com' && refusals++ < 1 ? { code: 451, message: '4.7.1 Greylisted' } : undefined),
    });
    await world.startWorker();
    // 8-bit content, a line that begins with a dot, trailing spaces and a minimal header.
    const bytes = new Uint8Array(Buffer.from('Subject: as it came\r\n\r\n.dot \xe9  \r\n\r\n', 'latin1'));
    const id = await world.accept({
      html: '<p>read in it</p>',
      text: null,
      recipients: [
        { address: 'ann@example.com', kind: 'to' },
        { address: 'bob@example.com', kind: 'bcc' },
      ],
      message: { bytes, sender: 'bounces@acme.example', recipients: ['ann@example.com', 'Bob@example.com'] },
    });
    expect(await world.becomes(id, 'sent')).toMatchObject({ attemptCount: 2 });
    const messages = await world.relay.waitFor(2, 1000);
    expect(messages.map(({ envelope }) => envelope)).toEqual([
      { from: 'bounces@acme.example', to: ['ann@example.com'] },
      { from: 'bounces@acme.example', to: ['Bob@example.com'] },
    ]);
    for (const { raw } of messages) expect(raw.equals(Buffer.from(bytes))).toBe(true);
  });

  test('a message with a null reverse-path is sent with it', async () => {
    const world = await createWorld(redisUrl);
    await world.startWorker();
    const bytes = new Uint8Array(Buffer.from('Subject: out of office\r\n\r\n'));
    const id = await world.accept({ message: { bytes, sender: '', recipients: ['ann@example.com'] } });
    await world.becomes(id, 'sent');
    expect(world.relay.received[0]?.envelope).toEqual({ from: '', to: ['ann@example.com'] });
  });

  test('test mail is not delivered to a relay', async () => {
    const world = await createWorld(redisUrl);
    await world.startWorker();
    const id = await world.accept({ mode: 'test' });
    expect(await world.becomes(id, 'sent')).toMatchObject({ attempts: [{ relay: 'test' }] });
    expect(world.relay.connections).toBe(0);
  });

  test('two workers send each of many emails once', async () => {
    const world = await createWorld(redisUrl);
    await Promise.all([world.startWorker(), world.startWorker()]);
    const ids = await Promise.all(Array.from({ length: 100 }, () => world.accept()));
    for (const id of ids) await world.becomes(id, 'sent');
    expect(world.relay.received).toHaveLength(100);
    expect(new Set(world.relay.received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw.toString())?.[1])).size).toBe(100);
  });
});

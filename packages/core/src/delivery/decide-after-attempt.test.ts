import { describe, expect, test } from '@jest/globals';
import { permanentFailure, type Answered, type InDoubt, type RelayError } from './attempt-outcome.ts';
import { decideAfterAttempt, type AttemptedEmail } from './decide-after-attempt.ts';
import type { RetryPolicy } from './retry-policy.ts';

const ACCEPTED_AT = new Date('2026-01-01T00:00:00Z');
const DAY_MS = 86_400_000;

const policy: RetryPolicy = {
  schedule: [60_000, 300_000],
  inDoubt: 'retry',
  now: () => new Date(ACCEPTED_AT.getTime() + 1000),
  random: () => 0.5,
};

const email = (states: Record<string, AttemptedEmail['recipients'][number]['state']>, retryCount = 0): AttemptedEmail => ({
  retryCount,
  relayFailureCount: 0,
  relayFailingSince: null,
  attempt: retryCount + 1,
  recipients: Object.entries(states).map(([address, state]) => ({ address, state })),
});

const REPLIES = {
  sent: { code: 250, enhancedCode: '2.0.0', text: '2.0.0 Ok: queued as 4F2' },
  deferred: { code: 451, enhancedCode: '4.7.1', text: '4.7.1 Greylisted' },
  bounced: { code: 550, enhancedCode: '5.1.1', text: '5.1.1 No such user' },
} as const;

const connection = {
  relay: 'smtp://relay.example:587',
  remoteAddress: '192.0.2.1',
  tlsVersion: 'TLSv1.3',
  phase: 'final_reply',
  providerMessageId: null,
  skippedRelays: [],
} as const;

const answered = (verdicts: Record<string, keyof typeof REPLIES>): Answered => ({
  kind: 'answered',
  ...connection,
  recipients: Object.entries(verdicts).map(([address, verdict]) => ({
    address,
    verdict,
    reply: REPLIES[verdict],
    reason: verdict === 'sent' ? 'accepted' : verdict === 'deferred' ? 'greylisted' : 'unknown_user',
    suppress: verdict === 'bounced',
  })),
});

const inDoubt: InDoubt = {
  kind: 'in_doubt',
  ...connection,
  recipients: [],
  inDoubt: ['a@x.example'],
  reason: 'connection_lost',
  message: 'Connection closed',
};

const trouble: RelayError = {
  kind: 'relay_error',
  ...connection,
  recipients: [],
  reason: 'connection_refused',
  reply: null,
  message: 'connect ECONNREFUSED',
};

describe('an email whose recipients all got an answer', () => {
  test('is sent when every recipient was accepted', () => {
    const { record, after } = decideAfterAttempt(
      email({ 'a@x.example': 'pending' }),
      answered({ 'A@x.example': 'sent' }),
      policy,
    );
    expect(record).toMatchObject({ outcome: 'sent', replyCode: 250, relay: connection.relay });
    expect(after).toMatchObject({ status: 'sent', retryInMs: null, retryCount: 0, events: [{ type: 'sent' }] });
    expect(after.recipients).toEqual([expect.objectContaining({ address: 'a@x.example', state: 'sent', replyCode: 250 })]);
  });

  test('bounces when every recipient was permanently refused', () => {
    const { after } = decideAfterAttempt(email({ 'a@x.example': 'pending' }), answered({ 'a@x.example': 'bounced' }), policy);
    expect(after).toMatchObject({ status: 'bounced', retryInMs: null, events: [{ type: 'bounced' }] });
  });

  test('is deferred while any recipient is, and the first step of the schedule is used', () => {
    const { record, after } = decideAfterAttempt(
      email({ 'a@x.example': 'pending', 'b@x.example': 'pending', 'c@x.example': 'pending' }),
      answered({ 'a@x.example': 'sent', 'b@x.example': 'deferred', 'c@x.example': 'bounced' }),
      policy,
    );
    expect(record).toMatchObject({ outcome: 'partial', reason: 'greylisted', replyCode: 451 });
    expect(after).toMatchObject({ status: 'deferred', retryInMs: 60_000, retryCount: 1 });
    expect(after.events).toMatchObject([
      { type: 'bounced', data: { recipient: 'c@x.example', reason: 'unknown_user', replyCode: 550 } },
      { type: 'delivery_delayed', data: { replyCode: 451 } },
    ]);
    expect(after.recipients.map(({ state }) => state)).toEqual(['sent', 'deferred', 'bounced']);
  });

  test('is sent after all when the last deferred recipient bounces and another was accepted before', () => {
    const { after } = decideAfterAttempt(
      email({ 'a@x.example': 'sent', 'b@x.example': 'deferred' }, 1),
      answered({ 'b@x.example': 'bounced' }),
      policy,
    );
    expect(after).toMatchObject({
      status: 'sent',
      events: [{ type: 'bounced', data: { recipient: 'b@x.example' } }, { type: 'sent' }],
    });
    expect(after.recipients.map(({ address }) => address)).toEqual(['b@x.example']);
  });

  test('fails when the schedule is exhausted and no recipient was accepted, and keeps the last reply', () => {
    const { after } = decideAfterAttempt(
      email({ 'a@x.example': 'deferred' }, 2),
      answered({ 'a@x.example': 'deferred' }),
      policy,
    );
    expect(after).toMatchObject({ status: 'failed', retryInMs: null, retryCount: 2, events: [{ type: 'failed' }] });
    expect(after.recipients).toEqual([expect.objectContaining({ state: 'failed', replyCode: 451 })]);
  });
});

describe('a failure of the relay itself', () => {
  test('defers without using the schedule up, and never invents a reply code', () => {
    const { record, after } = decideAfterAttempt(email({ 'a@x.example': 'pending' }), trouble, policy);
    expect(record).toMatchObject({ outcome: 'relay_error', replyCode: null, replyText: 'connect ECONNREFUSED' });
    expect(after).toMatchObject({ status: 'deferred', retryInMs: 15_000, retryCount: 0, relayFailureCount: 1, recipients: [] });
  });

  test('its delays grow with the failures in a row, however many attempts there were before', () => {
    const again = { ...email({ 'a@x.example': 'pending' }, 1), attempt: 20, relayFailureCount: 2 };
    expect(decideAfterAttempt(again, trouble, policy).after).toMatchObject({
      retryInMs: 60_000,
      relayFailureCount: 3,
      retryCount: 1,
    });
    expect(decideAfterAttempt({ ...again, relayFailureCount: 0 }, trouble, policy).after).toMatchObject({ retryInMs: 15_000 });
  });

  test('is over when a relay answers, whatever it says', () => {
    const troubled = { ...email({ 'a@x.example': 'pending' }), relayFailureCount: 5, relayFailingSince: ACCEPTED_AT };
    for (const verdict of ['sent', 'deferred', 'bounced'] as const) {
      expect(decideAfterAttempt(troubled, answered({ 'a@x.example': verdict }), policy).after.relayFailureCount).toBe(0);
    }
    expect(decideAfterAttempt(troubled, inDoubt, policy).after.relayFailureCount).toBe(0);
  });

  test('fails the email after five days, and the count begins anew with a retry', () => {
    const later = { ...policy, now: () => new Date(ACCEPTED_AT.getTime() + 5 * DAY_MS + 1) };
    const troubled = { ...email({ 'a@x.example': 'pending' }), relayFailureCount: 400, relayFailingSince: ACCEPTED_AT };
    const { after } = decideAfterAttempt(troubled, trouble, later);
    expect(after).toMatchObject({ status: 'failed', retryInMs: null, relayFailureCount: 0 });
    expect(after.recipients).toEqual([expect.objectContaining({ state: 'failed' })]);
  });

  test('counts its five days from the first failure, however old the email is', () => {
    const now = new Date(ACCEPTED_AT.getTime() + 20 * DAY_MS);
    const later = { ...policy, now: () => now };
    expect(decideAfterAttempt(email({ 'a@x.example': 'pending' }), trouble, later).after.status).toBe('deferred');
  });
});

describe('an attempt that is in doubt', () => {
  test.each([inDoubt, { kind: 'worker_lost' } as const])(
    'counts towards the schedule when it is to be retried: $kind',
    (report) => {
      const { record, after } = decideAfterAttempt(email({ 'a@x.example': 'pending' }), report, policy);
      expect(record).toMatchObject({ outcome: 'in_doubt', replyCode: null });
      expect(after).toMatchObject({ status: 'deferred', retryInMs: 60_000, retryCount: 1 });
    },
  );

  test('ends as failed with the schedule, so that an email that kills its worker does not loop', () => {
    expect(decideAfterAttempt(email({ 'a@x.example': 'pending' }, 2), { kind: 'worker_lost' }, policy).after.status).toBe(
      'failed',
    );
  });

  test('waits for a person where the policy is to hold', () => {
    const { after } = decideAfterAttempt(email({ 'a@x.example': 'pending' }), inDoubt, { ...policy, inDoubt: 'hold' });
    expect(after).toMatchObject({ status: 'in_doubt', retryInMs: null, events: [{ type: 'delivery_delayed' }] });
  });
});

test('an email that cannot be sent at all fails with its reason and is not retried', () => {
  const report = permanentFailure('content_expired', 'gone');
  const { record, after } = decideAfterAttempt(email({ 'a@x.example': 'deferred' }), report, policy);
  expect(record).toMatchObject({ outcome: 'failed', reason: 'content_expired', relay: null, replyCode: null });
  expect(after).toMatchObject({ status: 'failed', retryInMs: null });
});

test('an address on the suppression list is dropped, and the email is sent to the others', () => {
  const report = answered({ 'a@x.example': 'sent' });
  const suppressed = { address: 'b@x.example', verdict: 'suppressed', reason: 'suppressed', reply: null } as const;
  const both = email({ 'a@x.example': 'pending', 'b@x.example': 'pending' });
  const { after } = decideAfterAttempt(both, { ...report, recipients: [...report.recipients, suppressed] }, policy);
  expect(after).toMatchObject({
    status: 'sent',
    events: [{ type: 'suppressed', data: { recipient: 'b@x.example' } }, { type: 'sent' }],
  });
  expect(after.recipients.map(({ state }) => state)).toEqual(['sent', 'suppressed']);
  const alone = decideAfterAttempt(email({ 'b@x.example': 'pending' }), { kind: 'suppressed', recipients: [suppressed] }, policy);
  expect(alone).toMatchObject({
    record: { outcome: 'suppressed', relay: null },
    after: { status: 'suppressed', events: [{ type: 'suppressed' }] },
  });
});

test('an email with suppressed recipients ends as its other recipients do', () => {
  const report = answered({ 'a@x.example': 'bounced' });
  const suppressed = { address: 'b@x.example', verdict: 'suppressed', reason: 'suppressed', reply: null } as const;
  const both = email({ 'a@x.example': 'pending', 'b@x.example': 'pending' });
  expect(decideAfterAttempt(both, { ...report, recipients: [...report.recipients, suppressed] }, policy)).toMatchObject({
    record: { outcome: 'bounced', reason: 'unknown_user', replyCode: 550 },
    after: { status: 'bounced', suppress: ['a@x.example'], events: [{ type: 'suppressed' }, { type: 'bounced' }] },
  });
});

test('a refusal that does not speak of the recipient suppresses no address', () => {
  const report = answered({ 'a@x.example': 'deferred', 'b@x.example': 'sent' });
  const { after } = decideAfterAttempt(email({ 'a@x.example': 'pending', 'b@x.example': 'pending' }), report, policy);
  expect(after.suppress).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import type { AnsweredReport, InDoubtReport, RelayTroubleReport } from '@sendoff/mail';
import { decideOutcome, type AttemptedEmail, type RetryPolicy } from './decide-outcome.ts';

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
  troubleCount: 0,
  troubleSince: null,
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
  passedOver: [],
} as const;

const answered = (verdicts: Record<string, keyof typeof REPLIES>): AnsweredReport => ({
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

const inDoubt: InDoubtReport = {
  kind: 'in_doubt',
  ...connection,
  recipients: [],
  inDoubt: ['a@x.example'],
  reason: 'connection_lost',
  reply: null,
  message: 'Connection closed',
};

const trouble: RelayTroubleReport = {
  kind: 'relay_trouble',
  ...connection,
  recipients: [],
  reason: 'connection_refused',
  reply: null,
  message: 'connect ECONNREFUSED',
};

describe('an email whose recipients all got an answer', () => {
  test('is sent when every recipient was taken', () => {
    const { result, after } = decideOutcome(email({ 'a@x.example': 'pending' }), answered({ 'A@x.example': 'sent' }), policy);
    expect(result).toMatchObject({ outcome: 'sent', replyCode: 250, relay: connection.relay });
    expect(after).toMatchObject({ status: 'sent', retryInMs: null, retryCount: 0, events: [{ type: 'sent' }] });
    expect(after.recipients).toEqual([expect.objectContaining({ address: 'a@x.example', state: 'sent', replyCode: 250 })]);
  });

  test('bounces when every recipient was refused for good', () => {
    const { after } = decideOutcome(email({ 'a@x.example': 'pending' }), answered({ 'a@x.example': 'bounced' }), policy);
    expect(after).toMatchObject({ status: 'bounced', retryInMs: null, events: [{ type: 'bounced' }] });
  });

  test('is deferred while any recipient is, and the first step of the schedule is used', () => {
    const { result, after } = decideOutcome(
      email({ 'a@x.example': 'pending', 'b@x.example': 'pending', 'c@x.example': 'pending' }),
      answered({ 'a@x.example': 'sent', 'b@x.example': 'deferred', 'c@x.example': 'bounced' }),
      policy,
    );
    expect(result).toMatchObject({ outcome: 'partial', reason: 'greylisted', replyCode: 451 });
    expect(after).toMatchObject({ status: 'deferred', retryInMs: 60_000, retryCount: 1 });
    expect(after.events).toMatchObject([
      { type: 'bounced', data: { recipient: 'c@x.example', reason: 'unknown_user', replyCode: 550 } },
      { type: 'delivery_delayed', data: { replyCode: 451 } },
    ]);
    expect(after.recipients.map(({ state }) => state)).toEqual(['sent', 'deferred', 'bounced']);
  });

  test('is sent after all when the last deferred recipient bounces and another was taken before', () => {
    const { after } = decideOutcome(
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

  test('fails when the schedule is exhausted and nobody was taken, keeping the last reply', () => {
    const { after } = decideOutcome(email({ 'a@x.example': 'deferred' }, 2), answered({ 'a@x.example': 'deferred' }), policy);
    expect(after).toMatchObject({ status: 'failed', retryInMs: null, retryCount: 2, events: [{ type: 'failed' }] });
    expect(after.recipients).toEqual([expect.objectContaining({ state: 'failed', replyCode: 451 })]);
  });
});

describe('trouble with the relay itself', () => {
  test('defers without using the schedule up, and never invents a reply code', () => {
    const { result, after } = decideOutcome(email({ 'a@x.example': 'pending' }), trouble, policy);
    expect(result).toMatchObject({ outcome: 'relay_trouble', replyCode: null, replyText: 'connect ECONNREFUSED' });
    expect(after).toMatchObject({ status: 'deferred', retryInMs: 15_000, retryCount: 0, troubleCount: 1, recipients: [] });
  });

  test('the delays grow with the trouble in a row, however many attempts there were before', () => {
    const again = { ...email({ 'a@x.example': 'pending' }, 1), attempt: 20, troubleCount: 2 };
    expect(decideOutcome(again, trouble, policy).after).toMatchObject({ retryInMs: 60_000, troubleCount: 3, retryCount: 1 });
    expect(decideOutcome({ ...again, troubleCount: 0 }, trouble, policy).after).toMatchObject({ retryInMs: 15_000 });
  });

  test('ends when a relay speaks, whatever it says', () => {
    const troubled = { ...email({ 'a@x.example': 'pending' }), troubleCount: 5, troubleSince: ACCEPTED_AT };
    for (const verdict of ['sent', 'deferred', 'bounced'] as const) {
      expect(decideOutcome(troubled, answered({ 'a@x.example': verdict }), policy).after.troubleCount).toBe(0);
    }
    expect(decideOutcome(troubled, inDoubt, policy).after.troubleCount).toBe(0);
  });

  test('is given up after five days of it, and the count begins anew with a retry', () => {
    const later = { ...policy, now: () => new Date(ACCEPTED_AT.getTime() + 5 * DAY_MS + 1) };
    const troubled = { ...email({ 'a@x.example': 'pending' }), troubleCount: 400, troubleSince: ACCEPTED_AT };
    const { after } = decideOutcome(troubled, trouble, later);
    expect(after).toMatchObject({ status: 'failed', retryInMs: null, troubleCount: 0 });
    expect(after.recipients).toEqual([expect.objectContaining({ state: 'failed' })]);
  });

  test('the five days begin with the trouble, however old the email is', () => {
    const now = new Date(ACCEPTED_AT.getTime() + 20 * DAY_MS);
    const later = { ...policy, now: () => now };
    expect(decideOutcome(email({ 'a@x.example': 'pending' }), trouble, later).after.status).toBe('deferred');
  });
});

describe('an attempt that is in doubt', () => {
  test.each([inDoubt, { kind: 'abandoned' } as const])(
    'counts towards the schedule when it is to be retried: $kind',
    (report) => {
      const { result, after } = decideOutcome(email({ 'a@x.example': 'pending' }), report, policy);
      expect(result).toMatchObject({ outcome: 'in_doubt', replyCode: null });
      expect(after).toMatchObject({ status: 'deferred', retryInMs: 60_000, retryCount: 1 });
    },
  );

  test('ends as failed with the schedule, so that an email that kills its worker does not loop', () => {
    expect(decideOutcome(email({ 'a@x.example': 'pending' }, 2), { kind: 'abandoned' }, policy).after.status).toBe('failed');
  });

  test('waits for a person when it is to be held', () => {
    const { after } = decideOutcome(email({ 'a@x.example': 'pending' }), inDoubt, { ...policy, inDoubt: 'hold' });
    expect(after).toMatchObject({ status: 'in_doubt', retryInMs: null, events: [{ type: 'delivery_delayed' }] });
  });
});

test('an email that cannot be sent at all fails with its reason and is not retried', () => {
  const report = { kind: 'unsendable', reason: 'content_expired', message: 'gone' } as const;
  const { result, after } = decideOutcome(email({ 'a@x.example': 'deferred' }), report, policy);
  expect(result).toMatchObject({ outcome: 'failed', reason: 'content_expired', relay: null, replyCode: null });
  expect(after).toMatchObject({ status: 'failed', retryInMs: null });
});

test('an address on the suppression list is dropped, and the email is sent to the others', () => {
  const report = answered({ 'a@x.example': 'sent' });
  const suppressed = { address: 'b@x.example', verdict: 'suppressed', reason: 'suppressed', reply: null } as const;
  const both = email({ 'a@x.example': 'pending', 'b@x.example': 'pending' });
  const { after } = decideOutcome(both, { ...report, recipients: [...report.recipients, suppressed] }, policy);
  expect(after).toMatchObject({
    status: 'sent',
    events: [{ type: 'suppressed', data: { recipient: 'b@x.example' } }, { type: 'sent' }],
  });
  expect(after.recipients.map(({ state }) => state)).toEqual(['sent', 'suppressed']);
  const alone = decideOutcome(email({ 'b@x.example': 'pending' }), { kind: 'withheld', recipients: [suppressed] }, policy);
  expect(alone).toMatchObject({
    result: { outcome: 'suppressed', relay: null },
    after: { status: 'suppressed', events: [{ type: 'suppressed' }] },
  });
});

test('what became of those that were tried decides where others were suppressed', () => {
  const report = answered({ 'a@x.example': 'bounced' });
  const suppressed = { address: 'b@x.example', verdict: 'suppressed', reason: 'suppressed', reply: null } as const;
  const both = email({ 'a@x.example': 'pending', 'b@x.example': 'pending' });
  expect(decideOutcome(both, { ...report, recipients: [...report.recipients, suppressed] }, policy)).toMatchObject({
    result: { outcome: 'bounced', reason: 'unknown_user', replyCode: 550 },
    after: { status: 'bounced', suppress: ['a@x.example'], events: [{ type: 'suppressed' }, { type: 'bounced' }] },
  });
});

test('nobody is suppressed for a refusal that does not say so', () => {
  const report = answered({ 'a@x.example': 'deferred', 'b@x.example': 'sent' });
  const { after } = decideOutcome(email({ 'a@x.example': 'pending', 'b@x.example': 'pending' }), report, policy);
  expect(after.suppress).toEqual([]);
});

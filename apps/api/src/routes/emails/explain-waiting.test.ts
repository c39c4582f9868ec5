import { describe, expect, test } from '@jest/globals';
import type { LastAttempt } from '@sendoff/db';
import { explainWaiting, type WaitingEmail } from './explain-waiting.ts';

const TIME = new Date('2026-04-03T22:13:42.674Z');
const NO_REPLY = { replyCode: null, enhancedCode: null, replyText: null };

const attempt = (changes: Partial<LastAttempt>): LastAttempt => ({
  outcome: 'deferred',
  reason: 'greylisted',
  ...NO_REPLY,
  ...changes,
});

const email = (changes: Partial<WaitingEmail>): WaitingEmail => ({
  status: 'deferred',
  nextAttemptAt: TIME,
  postponedReason: null,
  lastAttempt: undefined,
  recipients: [],
  ...changes,
});

describe('explainWaiting', () => {
  test('says since when and why before the first attempt', () => {
    expect(explainWaiting(email({ status: 'queued' }))).toEqual({
      reason: 'queued',
      next_attempt_at: '2026-04-03 22:13:42.674000+00',
    });
    expect(explainWaiting(email({ status: 'scheduled' }))?.reason).toBe('scheduled');
  });

  test('quotes the reply of the last attempt on one line, with its enhanced code once', () => {
    const reply = { replyCode: 451, enhancedCode: '4.7.1' };
    for (const replyText of ['4.7.1 Try again\nlater', 'Try again\nlater']) {
      expect(explainWaiting(email({ lastAttempt: attempt({ ...reply, replyText }) }))?.reason).toBe(
        'greylisted: 451 4.7.1 Try again later',
      );
    }
  });

  test('quotes the recipient that was put off when the attempt has no reply of its own', () => {
    const recipients = [
      { state: 'sent' as const, replyCode: 250, enhancedCode: null, replyText: 'OK' },
      { state: 'deferred' as const, replyCode: 452, enhancedCode: null, replyText: 'Full' },
    ];
    const lastAttempt = attempt({ outcome: 'partial', reason: 'mailbox_full' });
    expect(explainWaiting(email({ lastAttempt, recipients }))?.reason).toBe('mailbox_full: 452 Full');
  });

  test('invents no reply where there was none', () => {
    expect(explainWaiting(email({ lastAttempt: attempt({ reason: 'connection_refused' }) }))?.reason).toBe('connection_refused');
    const refused = attempt({
      outcome: 'relay_error',
      reason: 'connection_refused',
      replyText: 'connect ECONNREFUSED 127.0.0.1:25',
    });
    expect(explainWaiting(email({ lastAttempt: refused }))?.reason).toBe('connection_refused: connect ECONNREFUSED 127.0.0.1:25');
  });

  test('says why it was put off without an attempt, whatever the last attempt said', () => {
    const postponedReason = 'slow_receiver: b.example owes answers';
    for (const status of ['queued', 'scheduled', 'deferred'] as const) {
      expect(explainWaiting(email({ status, postponedReason, lastAttempt: attempt({}) }))?.reason).toBe(postponedReason);
    }
  });

  test('an email that is held waits for a person, not for a time', () => {
    expect(explainWaiting(email({ status: 'in_doubt', nextAttemptAt: null }))).toEqual({
      reason: expect.stringMatching(/^in_doubt: /) as unknown,
      next_attempt_at: null,
    });
  });

  test.each(['sending', 'sent', 'bounced', 'failed', 'suppressed', 'canceled'] as const)('%s does not wait', (status) => {
    expect(explainWaiting(email({ status }))).toBeNull();
  });
});

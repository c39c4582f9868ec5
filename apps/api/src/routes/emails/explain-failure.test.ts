import { describe, expect, test } from '@jest/globals';
import type { LastAttempt, TroubledRecipient } from '@sendoff/db';
import { explainFailure, type FailedEmail } from './explain-failure.ts';

const NO_REPLY = { replyCode: null, enhancedCode: null, replyText: null };
const TRY_AGAIN = { replyCode: 451, enhancedCode: '4.7.1', replyText: '4.7.1 Try again\nlater' };
const NO_SUCH_USER = { replyCode: 550, enhancedCode: '5.1.1', replyText: '5.1.1 No such user here' };

const attempt = (changes: Partial<LastAttempt>): LastAttempt => ({
  outcome: 'deferred',
  reason: 'greylisted',
  ...NO_REPLY,
  ...changes,
});
const recipient = (changes: Partial<TroubledRecipient>): TroubledRecipient => ({
  address: 'ada@example.com',
  state: 'sent',
  feedback: null,
  feedbackCode: null,
  feedbackText: null,
  ...NO_REPLY,
  ...changes,
});
const email = (changes: Partial<FailedEmail>): FailedEmail => ({
  status: 'failed',
  mode: 'live',
  attemptCount: 3,
  lastCause: null,
  lastAttempt: undefined,
  recipients: [],
  recipientCount: 1,
  ...changes,
});
const reasonOf = (changes: Partial<FailedEmail>) => explainFailure(email(changes))?.reason;

describe('an email that was given up', () => {
  test('says after how many attempts, and quotes the last reply on one line', () => {
    const lastAttempt = attempt(TRY_AGAIN);
    expect(reasonOf({ lastAttempt })).toBe('gave up after 3 attempts; last reply 451 4.7.1 Try again later');
    expect(reasonOf({ lastAttempt, attemptCount: 1 })).toBe('gave up after 1 attempt; last reply 451 4.7.1 Try again later');
  });

  test('quotes the recipient that was given up when the attempt has no reply of its own', () => {
    const recipients = [recipient({ ...NO_SUCH_USER, state: 'bounced' }), recipient({ ...TRY_AGAIN, state: 'failed' })];
    expect(reasonOf({ lastAttempt: attempt({ outcome: 'partial' }), recipients })).toMatch(
      /last reply 451 4\.7\.1 Try again later$/,
    );
  });

  test('says what kept the relay from being reached, and that nobody replied', () => {
    const refused = {
      outcome: 'relay_error',
      reason: 'connection_refused',
      replyText: 'connect ECONNREFUSED 127.0.0.1:25',
    } as const;
    expect(reasonOf({ lastAttempt: attempt(refused) })).toBe(
      'gave up after 3 attempts; connection_refused: connect ECONNREFUSED 127.0.0.1:25',
    );
    expect(reasonOf({ lastAttempt: attempt({ outcome: 'in_doubt', reason: 'worker_gone' }) })).toBe(
      'gave up after 3 attempts; no reply was recorded (worker_gone)',
    );
  });

  test('does not speak of giving up where it could not be sent at all, or a person decided', () => {
    const lastAttempt = attempt({
      outcome: 'failed',
      reason: 'content_expired',
      replyText: 'The content of this email has been removed.',
    });
    expect(reasonOf({ lastAttempt })).toBe('content_expired: The content of this email has been removed.');
    expect(reasonOf({ lastAttempt: attempt({ outcome: 'in_doubt' }), lastCause: 'resolved' })).toMatch(/^given up by a person/);
  });
});

test('an email that bounced quotes the reply, that of the attempt or else of a recipient', () => {
  const lastAttempt = attempt({ ...NO_SUCH_USER, outcome: 'bounced', reason: 'unknown_user' });
  expect(reasonOf({ status: 'bounced', lastAttempt })).toBe('unknown_user: 550 5.1.1 No such user here');
  const recipients = [recipient({ ...NO_SUCH_USER, state: 'bounced' })];
  expect(reasonOf({ status: 'bounced', lastAttempt: attempt({ reason: 'unknown_user' }), recipients })).toBe(
    'unknown_user: 550 5.1.1 No such user here',
  );
});

test('a suppressed email names the list, unless the sandbox made it up', () => {
  expect(reasonOf({ status: 'suppressed' })).toBe('every recipient is on the suppression list');
  expect(reasonOf({ status: 'suppressed', mode: 'test' })).toBe('simulated: every recipient is suppressed');
});

describe('an email that was sent', () => {
  test('has no failure while nothing is known against it', () => {
    expect(explainFailure(email({ status: 'sent', recipients: [recipient({ feedback: 'complained' })] }))).toBeNull();
  });

  test('says that it bounced afterwards, in the words of the report', () => {
    const recipients = [recipient({ feedback: 'bounced', feedbackCode: '5.1.1', feedbackText: 'mailbox unknown' })];
    expect(reasonOf({ status: 'sent', recipients })).toBe('bounced after it was sent: 5.1.1 mailbox unknown');
  });

  test('says who of several did not get it, and how many', () => {
    const recipients = [
      recipient({ ...NO_SUCH_USER, state: 'bounced' }),
      recipient({ address: 'bob@example.com', state: 'suppressed' }),
      recipient({ address: 'eve@example.com' }),
    ];
    expect(reasonOf({ status: 'sent', recipients, recipientCount: 3 })).toBe(
      '2 of 3 recipients did not get it: ada@example.com: bounced: 550 5.1.1 No such user here',
    );
  });
});

test.each(['scheduled', 'queued', 'sending', 'in_doubt', 'canceled'] as const)('%s is no failure', (status) => {
  expect(explainFailure(email({ status, lastAttempt: attempt(TRY_AGAIN) }))).toBeNull();
});

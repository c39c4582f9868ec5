import { describe, expect, test } from '@jest/globals';
import { DELIVERIES, EMAILS_PER_JOB, PAYLOAD_VERSION, readPayload, writePayload } from './delivery-job.ts';

const emailId = '019aaf00-0000-7000-8000-000000000001';
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

/** Reads a job like a release of payload version 0, which knows only these two fields. */
const readVersion0 = (payload: unknown) => {
  const { emailId: id, generation } = payload as { emailId: string; generation: number };
  return { emailId: id, generation };
};

describe('job payloads across releases', () => {
  test('a job of the previous release is read', () => {
    expect(readPayload({ emailId, generation: 3 })).toEqual([{ emailId, generation: 3 }]);
  });

  test('the previous release reads a job of this one', () => {
    const payload: unknown = JSON.parse(JSON.stringify(writePayload({ emailId, generation: 3, traceparent })));
    expect(payload).toEqual({ version: PAYLOAD_VERSION, emailId, generation: 3, traceparent });
    expect(readVersion0(payload)).toEqual({ emailId, generation: 3 });
  });

  test('the previous release reads the first of several emails', () => {
    const payload = writePayload({ emailId, generation: 3 }, [{ emailId: 'another', generation: 0 }]);
    expect(readVersion0(payload)).toEqual({ emailId, generation: 3 });
  });

  test('fields of a later release are ignored', () => {
    const later = { version: PAYLOAD_VERSION + 1, emailId, generation: 3, priority: 'high', shard: { of: 7 } };
    expect(readPayload(later)).toEqual([{ emailId, generation: 3 }]);
  });

  test('a written payload is read back', () => {
    const others = [{ emailId: 'another', generation: 2, traceparent }];
    const first = { emailId, generation: 0, traceparent };
    expect(readPayload(JSON.parse(JSON.stringify(writePayload(first, others))))).toEqual([first, ...others]);
    expect(writePayload({ emailId, generation: 0 })).toEqual({ version: PAYLOAD_VERSION, emailId, generation: 0 });
  });

  test.each([null, undefined, 'a text', {}, { emailId }, { emailId: 7, generation: 0 }, { emailId, generation: '0' }])(
    'a payload without an email is invalid: %j',
    (payload) => expect(readPayload(payload)).toBeNull(),
  );

  test('an invalid entry does not affect the other emails of a job', () => {
    const others = [null, { emailId: 7, generation: 0 }, { emailId: 'another', generation: 1 }];
    expect(readPayload({ emailId, generation: 0, others })).toEqual([
      { emailId, generation: 0 },
      { emailId: 'another', generation: 1 },
    ]);
  });
});

describe('emails share a job', () => {
  const email = (n: number) => ({ emailId: String(n), generation: 0 });
  const namesOf = (jobs: Parameters<typeof DELIVERIES.pack>[0]) =>
    DELIVERIES.pack(jobs).map(({ id, payload, delayMs }) => [
      id,
      readPayload(payload)
        ?.map((one) => one.emailId)
        .join(),
      delayMs,
    ]);

  test('up to eight, with an id different from the id of each email alone', () => {
    const jobs = Array.from({ length: EMAILS_PER_JOB + 2 }, (_, n) => ({ ...email(n), mayShare: true }));
    expect(namesOf(jobs)).toEqual([
      ['0.0+7', '0,1,2,3,4,5,6,7', 0],
      ['8.0+1', '8,9', 0],
    ]);
  });

  test('only if they have the same priority', () => {
    const jobs = [0, 1, 2, 3].map((n) => ({ ...email(n), mayShare: true, priority: n % 2 }));
    expect(DELIVERIES.pack(jobs).map(({ id, priority }) => [id, priority])).toEqual([
      ['0.0+1', 0],
      ['1.0+1', 1],
    ]);
  });

  test('except a single email, one that may not share and a delayed one, which have jobs of their own', () => {
    expect(namesOf([email(0), { ...email(1), mayShare: true, delayMs: 700 }, { ...email(2), mayShare: true }])).toEqual([
      ['0.0', '0', 0],
      ['1.0', '1', 700],
      ['2.0', '2', 0],
    ]);
  });
});

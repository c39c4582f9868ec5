import { describe, expect, test } from '@jest/globals';
import { PAYLOAD_VERSION, readPayload, writePayload } from './delivery-job.ts';

const emailId = '019aaf00-0000-7000-8000-000000000001';
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

/** How the release before reads a job: it takes these two fields and looks at nothing else. */
const readVersion0 = (payload: unknown) => {
  const { emailId: id, generation } = payload as { emailId: string; generation: number };
  return { emailId: id, generation };
};

describe('the payload of a job, between releases', () => {
  test('a job of the release before is understood', () => {
    expect(readPayload({ emailId, generation: 3 })).toEqual({ emailId, generation: 3 });
  });

  test('the release before understands a job of this one', () => {
    const payload: unknown = JSON.parse(JSON.stringify(writePayload({ emailId, generation: 3, traceparent })));
    expect(payload).toEqual({ version: PAYLOAD_VERSION, emailId, generation: 3, traceparent });
    expect(readVersion0(payload)).toEqual({ emailId, generation: 3 });
  });

  test('what a later release adds is passed over', () => {
    const later = { version: PAYLOAD_VERSION + 1, emailId, generation: 3, priority: 'high', shard: { of: 7 } };
    expect(readPayload(later)).toEqual({ emailId, generation: 3 });
  });

  test('what is written is read', () => {
    expect(readPayload(writePayload({ emailId, generation: 0, traceparent }))).toEqual({ emailId, generation: 0, traceparent });
    expect(writePayload({ emailId, generation: 0 })).toEqual({ version: PAYLOAD_VERSION, emailId, generation: 0 });
  });

  test.each([null, undefined, 'a text', {}, { emailId }, { emailId: 7, generation: 0 }, { emailId, generation: '0' }])(
    'a job that names no email is no job: %j',
    (payload) => expect(readPayload(payload)).toBeNull(),
  );
});

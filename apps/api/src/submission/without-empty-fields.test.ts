import { describe, expect, test } from '@jest/globals';
import { withoutEmptyFields } from './without-empty-fields.ts';

describe('withoutEmptyFields', () => {
  test('leaves out what SDKs send for what was left out', () => {
    const attachments = [{ filename: 'a', content: 'aGk=', content_id: null }];
    expect(withoutEmptyFields({ subject: 'Hello', html: null, headers: [], attachments })).toEqual({
      subject: 'Hello',
      attachments: [{ filename: 'a', content: 'aGk=' }],
    });
  });

  test.each([null, 'text', 5, [null], { headers: ['x'] }, { attachments: 'none' }, { to: [null], text: '', tags: [] }])(
    'leaves alone what a schema is to judge: %j',
    (body) => expect(withoutEmptyFields(body)).toEqual(body),
  );
});

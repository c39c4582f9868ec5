import { expect, test } from '@jest/globals';
import { messageIdFor } from './message-id-for.ts';
import { parseMailbox } from './parse-mailbox.ts';

test('the Message-ID is the id of the email at the ASCII domain of the sender', () => {
  expect(messageIdFor('0198-abc', parseMailbox('Acme <hello@München.example>').address)).toBe(
    '<0198-abc@xn--mnchen-3ya.example>',
  );
});

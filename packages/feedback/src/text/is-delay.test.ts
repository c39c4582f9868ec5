import { expect, test } from '@jest/globals';
import { isDelay } from './is-delay.ts';

test.each([
  "Gmail will retry for 47 more hours. You'll be notified if the delivery fails permanently.",
  'Your message to ada@example.com is delayed.',
  'The delivery of your e-mail to ada@example.com has been delayed.',
  'We will keep trying to deliver it.',
  'The server will continue trying for 3 days. Unless it succeeds, the message will be returned to you.',
  'Delivery attempts will continue. Eventually the software will give up, and the message will be returned to you. No action is required.',
  'This is not a permanent error. It will be retried.',
  'THIS IS A WARNING MESSAGE ONLY.\r\nYOU DO NOT NEED TO\r\nRESEND YOUR MESSAGE.',
])('the server will try again: %s', (words) => {
  expect(isDelay(words)).toBe(true);
});

test.each([
  'This is a permanent error.',
  'The message has not been delivered for 5 days. I have given up.',
  'The message will not be retried.',
  'I am not going to try again; this message has been in the queue too long.',
  'Delivery was delayed for 4 days. No further attempts will be made.',
  '550 5.1.1 User unknown',
])('the server gave up: %s', (words) => {
  expect(isDelay(words)).toBe(false);
});

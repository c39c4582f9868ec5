/** The ways to submit a message to the API. */
import { Resend, type CreateEmailOptions } from 'resend';
import { submitEmail, type ApiAccess } from './api-client.ts';
import type { Message } from './read-messages.ts';

/** Submits a message and returns the id of the email. */
export type SendMessage = (api: ApiAccess, message: Message) => Promise<string>;

/** With plain fetch: JSON with base64 attachments. */
const byFetch: SendMessage = (api, { attachments, ...message }) =>
  submitEmail(api, {
    ...message,
    ...(attachments && { attachments: attachments.map((each) => ({ ...each, content: each.content.toString('base64') })) }),
  });

/** With the `resend` package, changing only its base URL. */
const byResend: SendMessage = async ({ url, key }, message) => {
  const { data, error } = await new Resend(key, { baseUrl: url }).emails.send(resendOptions(message));
  if (error !== null) throw new Error(`${error.name}: ${error.message}`);
  return data.id;
};

/** By their names in test titles. */
export const WAYS = [
  { way: 'fetch', send: byFetch },
  { way: 'the resend package', send: byResend },
] as const;

function resendOptions({ reply_to, attachments, html, text, ...message }: Message): CreateEmailOptions {
  const rest = {
    ...message,
    ...(reply_to !== undefined && { replyTo: reply_to }),
    ...(attachments && {
      attachments: attachments.map(({ filename, content, content_type, content_id }) => ({
        filename,
        content,
        ...(content_type !== undefined && { contentType: content_type }),
        ...(content_id !== undefined && { contentId: content_id }),
      })),
    }),
  };
  if (html !== undefined) return { ...rest, html, ...(text !== undefined && { text }) };
  if (text !== undefined) return { ...rest, text };
  throw new Error('A message must have html or text');
}

/** In characters. */
const MAX_URL_LENGTH = 2048;

/** The normalized URL from which the worker fetches a file; or what is wrong, as the end of a sentence. */
export function readAttachmentUrl(text: string): { readonly url: URL } | { readonly problem: string } {
  if (text.length > MAX_URL_LENGTH) return { problem: `must have at most ${String(MAX_URL_LENGTH)} characters` };
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    return { problem: 'must be the URL of a file, such as `https://example.com/invoice.pdf`' };
  }
  const url = new URL(text);
  // Credentials would be stored in the database and in logs of the other server.
  if (url.username !== '' || url.password !== '') return { problem: 'must not hold a user name or a password' };
  if (url.href.length > MAX_URL_LENGTH)
    return { problem: `must have at most ${String(MAX_URL_LENGTH)} characters once it is encoded` };
  return { url };
}

/** The file name at the end of a URL; "attachment" if there is none. */
export function filenameOf({ pathname }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'attachment';
  } catch {
    return last;
  }
}

/**
 * The largest body, in bytes, of a request with emails or a suppression import; other routes accept far less. Large enough for
 * 40 MB of attachments as arrays of integers, the longest form that clients send.
 */
export const LARGE_BODY_LIMIT = 120 * 1024 * 1024;

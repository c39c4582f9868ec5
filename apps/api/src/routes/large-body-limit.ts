/**
 * Bytes of a body that brings emails or a file of addresses; other routes take far less. Holds 40 MB of attachments also as
 * arrays of integers, the longest form that clients send.
 */
export const LARGE_BODY_LIMIT = 120 * 1024 * 1024;

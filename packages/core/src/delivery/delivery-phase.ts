/**
 * How far the dialogue had got:
 *
 * - `connect`: name resolution, connection, TLS, greeting, EHLO
 * - `authenticate`
 * - `mail`, `recipient`, `data`: waiting for the reply to MAIL FROM, RCPT TO, DATA
 * - `content`: the message was under way, its final dot not yet sent
 * - `final_reply`: the final dot may have been sent
 */
export type DeliveryPhase = 'connect' | 'authenticate' | 'mail' | 'recipient' | 'data' | 'content' | 'final_reply';

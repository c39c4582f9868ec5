/** What the attempts of a relay say about it. */
import type { Now } from '../../api/types.ts';
import { readTime } from '../../format/time.ts';

/** What is known of a relay. */
export type RelayEvidence = Pick<
  Now['relays'][number],
  'attempts' | 'deferred' | 'failed' | 'newest_failed' | 'last_answer' | 'last_failure'
>;

/** In words of {@link strings}. */
export type Health = 'good' | 'strained' | 'troubled' | 'unknown';

/** From this share of the attempts on, a relay that fails or puts off is not good. */
const STRAINED_FROM = 0.2;
/** Milliseconds after which an answer says nothing about the relay's health now. */
const KNOWN_FOR_MS = 15 * 60_000;
/** Causes of which one failure is enough: they affect every email, not one recipient. */
const CERTAIN: ReadonlySet<string> = new Set([
  'dns',
  'connection_refused',
  'unreachable',
  'certificate',
  'tls',
  'authentication',
]);

/**
 * In trouble when it could not be used last, and that was no accident; strained when it fails or puts off often, or failed at all; good
 * when it has answered lately. Nothing is good without an answer that says so.
 */
export function healthOf(relay: RelayEvidence, now: Date): Health {
  const { attempts, deferred, failed, newest_failed, last_answer, last_failure } = relay;
  const answered = last_answer === null ? -Infinity : readTime(last_answer.at).getTime();
  const isFailing = last_failure !== null && readTime(last_failure.at).getTime() >= answered;
  if (isFailing && (newest_failed || CERTAIN.has(last_failure.reason))) return 'troubled';
  if (isFailing) return 'strained';
  if (now.getTime() - answered > KNOWN_FOR_MS) return 'unknown';
  return failed > 0 || deferred / attempts >= STRAINED_FROM ? 'strained' : 'good';
}

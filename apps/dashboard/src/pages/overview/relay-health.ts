/** The health of a relay, derived from its recent attempts. */
import type { Now } from '../../api/types.ts';
import { readTime } from '../../format/time.ts';

/** The attempt statistics of a relay. */
export type RelayEvidence = Pick<
  Now['relays'][number],
  'attempts' | 'deferred' | 'failed' | 'newest_failed' | 'last_answer' | 'last_failure'
>;

/** A key of {@link strings}. */
export type Health = 'good' | 'strained' | 'troubled' | 'unknown';

/** The share of deferred attempts from which a relay counts as strained. */
const STRAINED_FROM = 0.2;
/** Milliseconds after which an answer no longer proves that the relay is healthy. */
const KNOWN_FOR_MS = 15 * 60_000;
/** Reasons for which a single failure counts as an outage: they affect every email, not one recipient. */
const CERTAIN: ReadonlySet<string> = new Set([
  'dns',
  'connection_refused',
  'unreachable',
  'certificate',
  'tls',
  'authentication',
]);

/**
 * `troubled` when the newest failures show an outage; `strained` when it failed recently or defers often; `good` only after a
 * recent answer; otherwise `unknown`.
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

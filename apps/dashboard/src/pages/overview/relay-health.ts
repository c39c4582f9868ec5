/** What the attempts of a relay say about it. */
import type { Now } from '../../api/types.ts';

type Relay = Pick<Now['relays'][number], 'attempts' | 'deferred' | 'troubled'>;

/** In words of {@link strings}. */
export type Health = 'good' | 'strained' | 'troubled';

/** From these shares of the attempts on, a relay is not good any more. */
const STRAINED_FROM = 0.2;
const TROUBLED_FROM = 0.2;

/** In trouble when it often cannot be used; strained when it often puts email off. */
export function healthOf({ attempts, deferred, troubled }: Relay): Health {
  if (attempts === 0) return 'good';
  if (troubled / attempts >= TROUBLED_FROM) return 'troubled';
  return deferred / attempts >= STRAINED_FROM || troubled > 0 ? 'strained' : 'good';
}

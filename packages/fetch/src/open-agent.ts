/** The part of a fetcher that talks HTTP. Loaded by its first request: undici is 10 MB that most workers never need. */
import { Agent, type Dispatcher } from 'undici';
import { guardedConnector, type GuardOptions } from './guarded-connector.ts';

/** The longest an idle connection is kept, whatever the server suggests. */
const KEEP_ALIVE_MS = 4000;

/** Opens an agent that asks no proxy, whatever the environment says. */
export const openAgent = (options: GuardOptions): Dispatcher =>
  new Agent({
    connect: guardedConnector(options),
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    // The limit for the whole covers its parts.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

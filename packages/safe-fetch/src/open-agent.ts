/** The HTTP client of a fetcher. Loaded on the first request: undici takes 10 MB that most workers never need. */
import { Agent, type Dispatcher } from 'undici';
import { guardedConnector, type GuardOptions } from './guarded-connector.ts';

/** How long an idle connection is kept at most, whatever the server suggests. */
const KEEP_ALIVE_MS = 4000;

/** Opens an agent that ignores proxy variables of the environment. */
export const openAgent = (options: GuardOptions): Dispatcher =>
  new Agent({
    connect: guardedConnector(options),
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    // The time limit of the whole request covers these.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

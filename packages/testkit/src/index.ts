/** Test tools; no production code of an app imports this. */
export { findFreePort, isPortFree } from '@sendoff/devstack/ports';
export { poll, temporaryCertificate, temporaryDirectory } from '@sendoff/devstack/testing';
export { createTestDatabase, type TestDatabase } from './create-test-database.ts';
export { openFront, type Front } from './open-front.ts';
export { redisVersion, startOwnRedis, type OwnRedis } from './own-redis.ts';
export { queueEngines, type QueueEngine } from './queue-engines.ts';
export * from './scripted-relay.ts';
export { startThrowAwayPostgres, type ThrowAwayPostgres } from './throw-away-postgres.ts';

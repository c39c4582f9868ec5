/** What integration tests are made with. */
export { createTestDatabase, type TestDatabase } from './create-test-database.ts';
export { openFront, type Front } from './open-front.ts';
export { redisVersion, startOwnRedis, type OwnRedis } from './own-redis.ts';
export { poll } from './poll.ts';
export { queueEngines, type QueueEngine } from './queue-engines.ts';
export * from './scripted-relay.ts';
export { temporaryCertificate } from './temporary-certificate.ts';
export { startThrowAwayPostgres, type ThrowAwayPostgres } from './throw-away-postgres.ts';

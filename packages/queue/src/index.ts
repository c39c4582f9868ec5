export { consumeDeliveries, type DeliveryConsumer } from './delivery-consumer.ts';
export { ENQUEUE_HORIZON_MS, type DeliveryJob, type DeliveryJobData } from './delivery-job.ts';
export { openDeliveryQueue, type DeliveryQueue } from './delivery-queue.ts';
export { type EngineName, type QueueLocation } from './engine.ts';
export { migrateQueue } from './migrate-queue.ts';
export { QUEUE_STATES, type QueuedJob, type QueueInside, type QueueState } from './look-inside.ts';

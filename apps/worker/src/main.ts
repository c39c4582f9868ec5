/** The entry of the worker: `node apps/worker/dist/main.js`. */
import '@sendoff/runtime/require-node';
import { settleHeap } from '@sendoff/runtime/small-heap';

// Loaded only now, so that the heap is small from the beginning.
const { runWorker } = await import('./run-worker.ts');
await runWorker();
settleHeap({ newSpace: 16 });

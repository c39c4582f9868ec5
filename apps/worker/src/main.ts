/** The worker's entry point: `node apps/worker/dist/main.js`. */
import '@sendoff/runtime/require-node';
import { settleHeap } from '@sendoff/runtime/small-heap';

// Imported after the heap limits are set, so that loading it does not grow the heap.
const { runWorker } = await import('./run-worker.ts');
await runWorker();
settleHeap({ newSpace: 16 });

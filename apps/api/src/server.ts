/** The entry of the API: `node apps/api/dist/server.js`. */
import '@sendoff/runtime/require-node';
import { settleHeap } from '@sendoff/runtime/small-heap';

// Loaded only now, so that the heap is small from the beginning.
const { runApi } = await import('./startup/run-api.ts');
await runApi();
// With many requests under way, what grows old is mostly what has just been answered: there is much to let go of.
settleHeap({ newSpace: 16, growthPercent: 25 });

/** The entry of the API: `node apps/api/dist/server.js`. */
import '@sendoff/runtime/require-node';
import { settleHeap } from '@sendoff/runtime/small-heap';

// Imported late, so that the heap settings apply from the start.
const { runApi } = await import('./startup/run-api.ts');
await runApi();
// With many requests in flight, most objects that reach the old space belong to finished requests and can be freed soon.
settleHeap({ newSpace: 16, growthPercent: 25 });

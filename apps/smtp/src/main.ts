/** The entry point of the SMTP process: `node apps/smtp/dist/main.js`. */
import '@sendoff/runtime/require-node';
import { settleHeap } from '@sendoff/runtime/small-heap';

// Loaded only now, so that the heap is small from the beginning.
const { runSmtp } = await import('./run-smtp.ts');
await runSmtp();
settleHeap();

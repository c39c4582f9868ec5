#!/usr/bin/env node
/** The entry of the admin CLI: `node apps/api/dist/cli.js`. Exits 0 when done, 1 when not, 2 when called wrongly. */
import '@sendoff/runtime/require-node';

const { runCli } = await import('./cli/run-cli.ts');
await runCli();

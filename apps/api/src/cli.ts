#!/usr/bin/env node
/** The entry of the admin CLI: `node apps/api/dist/cli.js`. Exits with 0 on success, 1 on failure, 2 on wrong usage. */
import '@sendoff/runtime/require-node';

const { runCli } = await import('./cli/run-cli.ts');
await runCli();

/** `pnpm bench`: builds what has changed, then runs the benchmarks. */
import '../packages/runtime/bin/require-node.js';
import '../packages/devstack/bin/stop-with-launcher.js';
import { buildIfNeeded } from './build-if-needed.js';

await buildIfNeeded();
await import('../bench/dist/main.js');

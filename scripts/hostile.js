/** `pnpm hostile`: builds what has changed, then runs the attacks and measures their effect on a bystander. */
import '../packages/runtime/bin/require-node.js';
import '../packages/devstack/bin/stop-with-launcher.js';
import { register } from 'tsx/esm/api';
import { buildIfNeeded } from './build-if-needed.js';

await buildIfNeeded();
register();
await import('../e2e/src/hostile/main.ts');

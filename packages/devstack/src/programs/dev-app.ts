/**
 * The `dev` task of an app, run in its directory:
 *
 *   node --conditions=@sendoff/source --import tsx ../../packages/devstack/src/programs/dev-app.ts src/server.ts
 */
import '@sendoff/runtime/require-node';
import '../../bin/stop-with-launcher.js';

const { devAppHere } = await import('../commands/dev-app.ts');
await devAppHere(process.argv[2]);

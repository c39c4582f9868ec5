/**
 * The `dev` task of this package, which runs next to those of the apps:
 *
 *   node --conditions=@sendoff/source --import tsx src/programs/dev-parts.ts
 */
import '@sendoff/runtime/require-node';
import '../../bin/stop-with-launcher.js';

const { devPartsHere } = await import('../commands/dev-parts.ts');
await devPartsHere();

import type { FastifyPluginAsync } from 'fastify';
import { serveLiveKeysOnly } from '../live-keys-only.ts';
import { addSuppressionsBatchRoute } from './add-suppressions-batch.ts';
import { addSuppressionRoute } from './add-suppression.ts';
import { exportSuppressionsRoute } from './export-suppressions.ts';
import { getSuppressionRoute } from './get-suppression.ts';
import { importSuppressionsRoute } from './import-suppressions.ts';
import { listSuppressionsRoute } from './list-suppressions.ts';
import { removeSuppressionsBatchRoute } from './remove-suppressions-batch.ts';
import { removeSuppressionRoute } from './remove-suppression.ts';
import type { SuppressionRouteParts } from './suppression-schema.ts';

const LIVE_ONLY =
  'The suppression list applies to live mail, so a test key can neither read nor change it. Use a live key. Test ' +
  'mail ignores the list.';

/** Serves everything about the suppression list. */
export const suppressionRoutes: FastifyPluginAsync<SuppressionRouteParts> = async (app, parts) => {
  serveLiveKeysOnly(app, LIVE_ONLY);
  await app.register(addSuppressionRoute, parts);
  await app.register(listSuppressionsRoute, parts);
  // These two paths are neither an id nor an address, so they hide no suppression.
  await app.register(exportSuppressionsRoute, parts);
  await app.register(importSuppressionsRoute, parts);
  await app.register(getSuppressionRoute, parts);
  await app.register(removeSuppressionRoute, parts);
  await app.register(addSuppressionsBatchRoute, parts);
  await app.register(removeSuppressionsBatchRoute, parts);
};

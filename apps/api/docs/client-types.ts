/** Writes apps/dashboard/src/api/schema.ts, the types of the API as the dashboard knows them, from the OpenAPI document. */
import { createLogger } from '@sendoff/runtime';
import { generatedFile } from '@sendoff/tooling/generated-file';
import { closeDatabase, openDatabase } from '@sendoff/db';
import openapiTS, { astToString } from 'openapi-typescript';
import { buildApp } from '../src/app.ts';

const COMMAND = 'pnpm docs:write';

// Nothing is asked of either; port 1 is reserved, and nothing listens there.
const database = openDatabase({ url: 'postgresql://u:p@127.0.0.1:1/none', maxConnections: 1 });
const nothing = () => Promise.reject(new Error('no queue'));
const app = await buildApp({
  database,
  queue: { engine: 'postgres', enqueue: nothing, ping: nothing, countJobs: nothing, listJobs: nothing },
  logger: createLogger({ name: 'docs', level: 'silent' }),
  config: { publicUrl: 'http://127.0.0.1:3000', secretKey: 'x'.repeat(32), documentDashboard: true },
});
const document = (await app.inject('/openapi.json')).body;
await app.close();
await closeDatabase(database);

const types = astToString(await openapiTS(document, { alphabetize: true }));
generatedFile(
  'apps/dashboard/src/api/schema.ts',
  `// Written by \`${COMMAND}\` from /openapi.json of apps/api.\n\n${types}`,
  COMMAND,
);

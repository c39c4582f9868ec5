/** `GET /`: what this is. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { VERSION } from '../version.ts';

const Root = Type.Object(
  {
    name: Type.Literal('sendoff'),
    version: Type.String({ description: 'The version of this release.' }),
    docs: Type.String({ description: 'Where the API is documented.' }),
  },
  { description: 'What answers here.', examples: [{ name: 'sendoff', version: '0.1.0', docs: 'http://127.0.0.1:3000/docs' }] },
);

/** Serves the root. */
export const rootRoute: FastifyPluginCallbackTypebox<{ readonly publicUrl: string }> = (app, { publicUrl }, done) => {
  const answer = { name: 'sendoff', version: VERSION, docs: `${publicUrl.replace(/\/+$/, '')}/docs` } as const;
  app.get(
    '/',
    {
      schema: {
        summary: 'What this is',
        operationId: 'getRoot',
        description: 'Name and version of the service, and the address of its documentation. Needs no key.',
        tags: ['Operation'],
        security: [],
        response: { 200: Root },
      },
    },
    () => answer,
  );
  done();
};

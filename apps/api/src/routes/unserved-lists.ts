/**
 * Lists of the Resend API that there is nothing in: what they hold is not served. Clients ask for them before anything
 * else, to show them or to check a key, and go on from an empty one; a 404 is the end for many. The other paths and
 * methods of these resources answer 404 like any that is not served.
 */
import type { FastifyPluginCallback } from 'fastify';
import Type from 'typebox';

/** Path, id of the operation, and what the list would hold. */
export const UNSERVED_LISTS = [
  ['/emails/receiving', 'listReceivedEmails', 'received emails'],
  ['/domains', 'listDomains', 'domains'],
  ['/broadcasts', 'listBroadcasts', 'broadcasts'],
  ['/audiences', 'listAudiences', 'audiences'],
  ['/contacts', 'listContacts', 'contacts'],
  ['/contacts/imports', 'listContactImports', 'imports of contacts'],
  ['/contact-properties', 'listContactProperties', 'properties of contacts'],
  ['/segments', 'listSegments', 'segments'],
  ['/topics', 'listTopics', 'topics'],
  ['/templates', 'listTemplates', 'templates'],
  ['/events', 'listCustomEvents', 'custom events'],
  ['/automations', 'listAutomations', 'automations'],
  ['/inboxes', 'listInboxes', 'inboxes'],
  ['/logs', 'listLogs', 'logs of requests'],
  ['/oauth/grants', 'listGrants', 'OAuth grants'],
] as const;

const EMPTY = { object: 'list' as const, has_more: false as const, data: [] };

const EmptyList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Literal(false, { description: 'There is nothing beyond this page.' }),
    data: Type.Unsafe<[]>({ type: 'array', maxItems: 0, items: {}, description: 'Always empty.' }),
  },
  { description: 'An empty page.', examples: [EMPTY] },
);

/** Serves them all: empty, whatever page of them is asked for. */
export const unservedListRoutes: FastifyPluginCallback = (app, _options, done) => {
  for (const [url, operationId, things] of UNSERVED_LISTS) {
    const schema = {
      summary: `List ${things}: always empty`,
      description: `Sendoff has no ${things} yet. Clients that ask for the list go on from an empty one; nothing else of them is served.`,
      operationId,
      tags: ['Not served'],
      response: { 200: EmptyList },
    };
    app.get(url, { config: { isUnserved: true }, schema }, () => EMPTY);
  }
  done();
};

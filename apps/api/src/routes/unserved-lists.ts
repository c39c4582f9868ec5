/**
 * Lists of the Resend API for resources that Sendoff does not support: always empty. Clients request them first, to show them
 * or to check a key, and many stop at a 404 but continue with an empty list. All other paths and methods of these resources
 * answer 404, like any unknown path.
 */
import type { FastifyPluginCallback } from 'fastify';
import Type from 'typebox';

/** Path, operation id, and the name of the resource. */
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
    has_more: Type.Literal(false, { description: 'Always false.' }),
    data: Type.Unsafe<[]>({ type: 'array', maxItems: 0, items: {}, description: 'Always empty.' }),
  },
  { description: 'An empty page.', examples: [EMPTY] },
);

/** Serves all of them, empty for every page. */
export const unservedListRoutes: FastifyPluginCallback = (app, _options, done) => {
  for (const [url, operationId, things] of UNSERVED_LISTS) {
    const schema = {
      summary: `List ${things} (always empty)`,
      description:
        `Sendoff does not support ${things} yet. Always returns an empty list, so that clients that request it keep ` +
        'working; no other operation of this resource exists.',
      operationId,
      tags: ['Not served'],
      response: { 200: EmptyList },
    };
    app.get(url, { config: { isUnserved: true }, schema }, () => EMPTY);
  }
  done();
};

import type { Database } from '../database.ts';
import type { ActiveApiKey } from './find-api-keys.ts';

/**
 * The oldest key that may do everything, for live mail and without restrictions where there is one; null when there is none at
 * all. It is for an operator to look after the deployment, which a restricted key is of little use for.
 */
export async function findFirstFullAccessKey(database: Database): Promise<Omit<ActiveApiKey, 'restrictions'> | null> {
  const find = (restrictions: typeof UNRESTRICTED | object) =>
    database.apiKey.findFirst({
      where: {
        ...{ permission: 'full_access', revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
        ...restrictions,
      },
      orderBy: [{ mode: 'asc' }, { id: 'asc' }],
      select: { id: true, permission: true, mode: true },
    });
  return (await find(UNRESTRICTED)) ?? (await find({}));
}

const UNRESTRICTED = {
  expiresAt: null,
  allowedNetworks: { isEmpty: true },
  allowedSenders: { isEmpty: true },
  dailyEmails: null,
  dailyBytes: null,
  maxScheduled: null,
  maxWebhooks: null,
};

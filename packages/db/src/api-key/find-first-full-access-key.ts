import type { Database } from '../database.ts';
import type { ActiveApiKey } from './find-api-keys.ts';

/**
 * The oldest full-access key, preferring an unrestricted key of live mode; null when there is none. An operator uses it to
 * manage the deployment.
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

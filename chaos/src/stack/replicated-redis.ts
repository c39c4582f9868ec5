/** Two Redis behind one address, as a provider runs them: the second takes over when the first fails. */
import { openFront } from '@sendoff/testkit/open-front';
import { startOwnRedis, type OwnRedis } from '@sendoff/testkit/own-redis';
import { findFreePort, type ReleaseStack } from '@sendoff/devstack';

/** A master and its replica. */
export interface ReplicatedRedis {
  /** The address that always leads to the master. */
  readonly url: string;
  /** The replica becomes the master, and the other one its replica, which keeps its connections and refuses to write. */
  readonly failOver: () => Promise<void>;
  /** The replica becomes the master, and the other one is gone: its connections stay open, and nothing answers on them. */
  readonly failOverSilently: () => Promise<void>;
}

/** Starts both; `releases` ends them. */
export async function startReplicatedRedis(releases: ReleaseStack): Promise<ReplicatedRedis> {
  const start = async (): Promise<OwnRedis> => releases.acquire(startOwnRedis(await findFreePort()), (redis) => redis.remove());
  let [master, replica] = [await start(), await start()];
  await replica.follow(master.port);
  const front = await releases.acquire(openFront(await findFreePort(), master.port), (opened) => opened.close());

  const promote = async (): Promise<OwnRedis> => {
    const old = master;
    [master, replica] = [replica, master];
    await master.lead();
    front.leadTo(master.port);
    return old;
  };
  return {
    url: `redis://127.0.0.1:${String(front.port)}`,
    failOver: async () => {
      const old = await promote();
      await old.follow(master.port);
    },
    failOverSilently: async () => {
      front.vanish();
      await promote();
      front.comeBack();
    },
  };
}

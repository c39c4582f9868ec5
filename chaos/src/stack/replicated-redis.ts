/** Two Redis servers behind one address, as hosting providers run them: the replica takes over when the master fails. */
import { openFront } from '@sendoff/testkit/open-front';
import { startOwnRedis, type OwnRedis } from '@sendoff/testkit/own-redis';
import { findFreePort, type ReleaseStack } from '@sendoff/devstack';

export interface ReplicatedRedis {
  /** An address that always leads to the master. */
  readonly url: string;
  /** Promotes the replica. The old master becomes its replica: it keeps its connections and rejects writes. */
  readonly failOver: () => Promise<void>;
  /** Promotes the replica. The old master vanishes: its connections stay open without any response. */
  readonly failOverSilently: () => Promise<void>;
}

/** Starts both; `releases` stops them. */
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

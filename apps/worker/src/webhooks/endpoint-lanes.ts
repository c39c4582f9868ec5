/** Schedules webhook attempts per endpoint, so that neither a slow endpoint nor a key with many endpoints delays others. */
import { openFairLimiter, type Share } from '@sendoff/runtime';

/** The result of an attempt, as far as the lane of its endpoint needs it. */
export interface LaneReport {
  /** Whether the endpoint answered, with any status. */
  readonly answered: boolean;
  /** Milliseconds for which the endpoint asks to pause; 0 when it does not. */
  readonly pauseMs: number;
}

/** What the lanes need. */
export interface LaneParts<Work> {
  /** Most concurrent attempts over all endpoints. */
  readonly concurrency: number;
  /** Most concurrent attempts per endpoint. */
  readonly perEndpoint: number;
  /** The key that an endpoint belongs to; its endpoints share the key's part of the concurrency. Called once per endpoint. */
  readonly ownerOf: (endpointId: string) => Promise<string>;
  /** Claims at most `limit` due attempts of an endpoint. */
  readonly take: (endpointId: string, limit: number) => Promise<readonly Work[]>;
  /** Never rejects. */
  readonly send: (work: Work) => Promise<LaneReport>;
  /** Called when claiming failed. The next sweep checks the endpoint again. */
  readonly onTakeFailed: (error: unknown, endpointId: string) => void;
}

/** A lane for each endpoint. */
export interface EndpointLanes {
  /** The endpoint may have due attempts: they are claimed as capacity allows, until none is left. */
  readonly look: (endpointId: string) => void;
  /** Claims nothing more, and resolves when running attempts have ended. */
  readonly close: () => Promise<void>;
}

interface Lane {
  readonly endpointId: string;
  readonly owner: string;
  /** Attempts that are running or being claimed. */
  busy: number;
  /** Most concurrent attempts: one while the endpoint does not answer, since each would run into the timeout. */
  limit: number;
  /** Whether attempts may be due that were not claimed yet. */
  wanted: boolean;
  taking: boolean;
  /** Nothing is claimed before this time of `performance.now()`. */
  pausedUntil: number;
}

/** Longest pause kept here; the time of each delivery in the table covers longer ones. */
const MAX_PAUSE_MS = 60_000;

/** Opens the lanes. Lanes are never removed: there are at most as many as endpoints. */
export function openEndpointLanes<Work>({
  concurrency,
  perEndpoint,
  ownerOf,
  take,
  send,
  onTakeFailed,
}: LaneParts<Work>): EndpointLanes {
  const lanes = new Map<string, Lane>();
  const opening = new Set<string>();
  const underWay = new Set<Promise<void>>();
  const places = openFairLimiter({ resource: 'webhook_places', total: concurrency, soleKeyMayHaveAll: true });
  let closed = false;

  /** Acquires up to `count` places for an endpoint. */
  const occupy = (lane: Lane, count: number): Share[] => {
    const shares: Share[] = [];
    for (let share = places.tryAcquire(lane.owner); share !== null; share = places.tryAcquire(lane.owner)) {
      shares.push(share);
      if (shares.length >= count) break;
    }
    lane.busy += shares.length;
    return shares;
  };
  const leave = (lane: Lane, share: Share | undefined): void => {
    lane.busy -= 1;
    share?.release();
  };

  const work = async (lane: Lane, piece: Work, share: Share | undefined): Promise<void> => {
    const { answered, pauseMs } = await send(piece);
    lane.limit = answered ? perEndpoint : 1;
    if (pauseMs > 0) pause(lane, pauseMs);
    leave(lane, share);
    fill();
  };

  const takeFor = async (lane: Lane, shares: readonly Share[]): Promise<void> => {
    lane.wanted = false;
    lane.taking = true;
    const pieces = await take(lane.endpointId, shares.length).catch((error: unknown) => {
      onTakeFailed(error, lane.endpointId);
      return [];
    });
    lane.taking = false;
    for (const share of shares.slice(pieces.length)) leave(lane, share);
    if (pieces.length === shares.length) lane.wanted = true;
    for (const [index, piece] of pieces.entries()) track(work(lane, piece, shares[index]));
    fill();
  };

  /** One round: each lane with due attempts gets as many as capacity allows, and moves to the end of the order. */
  const fill = (): void => {
    for (const lane of [...lanes.values()]) {
      if (closed) return;
      const room = lane.limit - lane.busy;
      if (!lane.wanted || lane.taking || lane.pausedUntil > performance.now() || room <= 0) continue;
      const shares = occupy(lane, room);
      if (shares.length === 0) continue;
      lanes.delete(lane.endpointId);
      lanes.set(lane.endpointId, lane);
      track(takeFor(lane, shares));
    }
  };

  /** When several answers ask for a pause, the one that ends last applies. */
  const pause = (lane: Lane, ms: number): void => {
    const until = performance.now() + Math.min(ms, MAX_PAUSE_MS);
    if (until <= lane.pausedUntil) return;
    lane.pausedUntil = until;
    resumeAt(lane, until);
  };

  /** Rechecks the clock, since a timer may fire slightly early by it. */
  const resumeAt = (lane: Lane, until: number): void => {
    setTimeout(
      () => {
        if (lane.pausedUntil !== until) return;
        if (until > performance.now()) resumeAt(lane, until);
        else fill();
      },
      Math.ceil(until - performance.now()),
    ).unref();
  };

  const track = (promise: Promise<void>): void => {
    underWay.add(promise);
    void promise.finally(() => underWay.delete(promise));
  };

  const open = async (endpointId: string): Promise<void> => {
    opening.add(endpointId);
    try {
      lanes.set(endpointId, newLane(endpointId, await ownerOf(endpointId), perEndpoint));
      fill();
    } catch (error) {
      onTakeFailed(error, endpointId);
    } finally {
      opening.delete(endpointId);
    }
  };

  return {
    look: (endpointId) => {
      const lane = lanes.get(endpointId);
      if (lane === undefined) {
        if (!opening.has(endpointId) && !closed) track(open(endpointId));
        return;
      }
      lane.wanted = true;
      fill();
    },
    close: async () => {
      closed = true;
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

const newLane = (endpointId: string, owner: string, limit: number): Lane => ({
  endpointId,
  owner,
  busy: 0,
  limit,
  wanted: true,
  taking: false,
  pausedUntil: 0,
});

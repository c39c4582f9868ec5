/** Who is sent to, and how much at once: no endpoint holds up another, and no key with many of them. */
import { openFairLimiter, type Share } from '@sendoff/runtime';

/** What came of one piece of work, as far as the lane of its endpoint cares. */
export interface LaneReport {
  /** Whether there was an answer, whatever it said. */
  readonly answered: boolean;
  /** Milliseconds for which the endpoint asks to be left alone; 0 where it does not. */
  readonly pauseMs: number;
}

/** What lanes are made of. */
export interface LaneParts<Work> {
  /** Pieces of work under way at once, over all endpoints. */
  readonly concurrency: number;
  /** And for one endpoint. */
  readonly perEndpoint: number;
  /** The key that an endpoint belongs to: what its keys may have under way is shared between them. Asked once. */
  readonly ownerOf: (endpointId: string) => Promise<string>;
  /** Takes at most `limit` pieces of what is due for an endpoint. */
  readonly take: (endpointId: string, limit: number) => Promise<readonly Work[]>;
  /** Never rejects. */
  readonly send: (work: Work) => Promise<LaneReport>;
  /** Hears why nothing could be taken. The sweep has the endpoint looked at again. */
  readonly onTakeFailed: (error: unknown, endpointId: string) => void;
}

/** A lane for each endpoint. */
export interface EndpointLanes {
  /** There may be something for this endpoint: it is taken when there is room, and what follows it too. */
  readonly look: (endpointId: string) => void;
  /** Takes nothing more, and resolves when what is under way has ended. */
  readonly close: () => Promise<void>;
}

interface Lane {
  readonly endpointId: string;
  readonly owner: string;
  /** Pieces of work under way, or being taken. */
  busy: number;
  /** How many may be: one while the endpoint does not answer, since each of them waits to the limit. */
  limit: number;
  /** Something may be due that has not been looked for. */
  wanted: boolean;
  taking: boolean;
  /** Nothing is taken before; as `performance.now()` tells it. */
  pausedUntil: number;
}

/** A pause is remembered for no longer: what the table says of each event holds beyond. */
const MAX_PAUSE_MS = 60_000;

/** Opens the lanes. There are never more of them than endpoints, so none is taken down. */
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

  /** Up to `count` places for an endpoint. */
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

  /** One round: each lane that wants something gets it, as far as there is room, and goes to the end of the line. */
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

  /** Of the pauses that answers to several pieces of work ask for, the one that ends last holds. */
  const pause = (lane: Lane, ms: number): void => {
    const until = performance.now() + Math.min(ms, MAX_PAUSE_MS);
    if (until <= lane.pausedUntil) return;
    lane.pausedUntil = until;
    resumeAt(lane, until);
  };

  /** A timer may fire a little early by this clock. */
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

/** Reads the resource usage of processes from Linux's /proc (proc(5)). */
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second, the same for all programs on Linux. */
const TICKS_PER_SECOND = 100;
/** Positions of the fields after the program name, which may contain any character. */
const PARENT = 1;
const TIMES = [11, 12];
const TIMES_OF_ENDED_CHILDREN = [13, 14];

/** Whether this system has /proc. */
export const canReadUsage = process.platform === 'linux';

/** Seconds of CPU time, user and system, of a process and its descendants, including those that have exited. Zero without /proc. */
export function readCpuSeconds(pid: number): number {
  if (!canReadUsage) return 0;
  const stats = readStats();
  const below = (parent: number): number =>
    [...stats]
      .filter(([, fields]) => Number(fields[PARENT]) === parent)
      .reduce((sum, [child, fields]) => sum + ticks(fields) + below(child), 0);
  const own = stats.get(pid);
  return own === undefined ? 0 : (ticks(own) + below(pid)) / TICKS_PER_SECOND;
}

const ticks = (fields: readonly string[]): number =>
  [...TIMES, ...TIMES_OF_ENDED_CHILDREN].reduce((sum, place) => sum + Number(fields[place]), 0);

function readStats(): Map<number, string[]> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    pids.flatMap((pid) => {
      const stat = read(`/proc/${pid}/stat`);
      return stat === undefined ? [] : [[Number(pid), stat.slice(stat.lastIndexOf(') ') + 2).split(' ')] as const];
    }),
  );
}

/** The peak resident memory of a process in bytes; zero without /proc. */
export function readPeakMemory(pid: number): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(read(`/proc/${String(pid)}/status`) ?? '') ?? [];
  return Number(kilobytes) * 1024;
}

/** The current memory of a process and its descendants in bytes; shared memory counts once. */
export function readSharedMemory(pid: number): number {
  if (!canReadUsage) return 0;
  const children = [...readStats()].filter(([, fields]) => Number(fields[PARENT]) === pid).map(([child]) => child);
  return [pid, ...children].reduce((sum, each) => {
    const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${String(each)}/smaps_rollup`) ?? '') ?? [];
    return sum + Number(kilobytes) * 1024;
  }, 0);
}

/** A process may exit while it is being read. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

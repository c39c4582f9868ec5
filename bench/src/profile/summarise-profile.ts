/** Summarizes a CPU profile of Node.js by package and by function. */

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

/** The parts of a `--cpu-prof` file used here. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: CallFrame;
    readonly children?: readonly number[];
  }[];
  /** The node on top of the stack at each sample. */
  readonly samples: readonly number[];
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[];
}

/** A share of the busy time. */
export interface Share {
  readonly name: string;
  readonly percent: number;
}

/** The distribution of the busy time. */
export interface ProfileSummary {
  /** Seconds in which the program was busy. */
  readonly busySeconds: number;
  /** Self time by package. */
  readonly packages: readonly Share[];
  /** The same, but the time of Node.js itself counts for the package that called it, if there is one on the stack. */
  readonly charged: readonly Share[];
  readonly functions: readonly Share[];
}

const NOT_BUSY = new Set(['(idle)', '(root)']);

/** The largest shares first. */
export function summariseProfile({ nodes, samples, timeDeltas }: CpuProfile, root: string): ProfileSummary {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const ownerOf = (id: number | undefined): string | undefined => {
    const frame = id === undefined ? undefined : byId.get(id)?.callFrame;
    if (id === undefined || frame === undefined) return undefined;
    return isForeign(frame) ? namePackage(nameFile(frame.url, root)) : ownerOf(parents.get(id));
  };
  const sums = { packages: new Map<string, number>(), charged: new Map<string, number>(), functions: new Map<string, number>() };
  let busy = 0;
  samples.forEach((id, index) => {
    const frame = byId.get(id)?.callFrame;
    const micros = timeDeltas[index] ?? 0;
    if (frame === undefined || NOT_BUSY.has(frame.functionName)) return;
    busy += micros;
    const file = nameFile(frame.url, root);
    const own = file === '' ? frame.functionName : namePackage(file);
    add(sums.packages, own, micros);
    add(sums.charged, ownerOf(id) ?? own, micros);
    add(
      sums.functions,
      `${frame.functionName || '(anonymous)'} ${file === '' ? '' : `${file}:${String(frame.lineNumber + 1)}`}`,
      micros,
    );
  });
  return {
    busySeconds: busy / 1e6,
    packages: toShares(sums.packages, busy),
    charged: toShares(sums.charged, busy),
    functions: toShares(sums.functions, busy),
  };
}

/** Whether it belongs neither to Node.js nor to V8. */
const isForeign = ({ url }: CallFrame): boolean => url.startsWith('file:') || url.startsWith('/');

/** The path relative to the repository root, without pnpm's directories. */
function nameFile(url: string, root: string): string {
  const path = url.replace(/^file:\/\//, '').replace(`${root}/`, '');
  return path.replace(/^.*node_modules\/(?!.*node_modules\/)/, 'node_modules/');
}

/** `node:net` for Node.js, else the npm package or the workspace folder. */
function namePackage(file: string): string {
  if (file.startsWith('node:')) return file.split('/').slice(0, 2).join('/');
  const [first = '', second = '', third = ''] = file.split('/');
  if (first !== 'node_modules') return `${first}/${second}`;
  return second.startsWith('@') ? `${second}/${third}` : second;
}

const add = (sums: Map<string, number>, name: string, value: number): void => void sums.set(name, (sums.get(name) ?? 0) + value);

const toShares = (sums: ReadonlyMap<string, number>, all: number): Share[] =>
  [...sums].map(([name, value]) => ({ name, percent: (value * 100) / all })).sort((a, b) => b.percent - a.percent);

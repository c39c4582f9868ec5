/** Parses metrics in the Prometheus format. */

/** A sample: its name, labels and value. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The metrics of a program. */
export interface Scrape {
  readonly text: string;
  readonly contentType: string | null;
  readonly samples: readonly Sample[];
  /** The value of the sample with this name and these labels; undefined if there is none. */
  readonly value: (name: string, labels?: Readonly<Record<string, string>>) => number | undefined;
}

const LINE = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-z_]+)="((?:[^"\\]|\\.)*)"/g;

/** Scrapes the program on this port. */
export async function scrape(port: string): Promise<Scrape> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  const text = await response.text();
  const samples = text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = LINE.exec(line) ?? [];
    if (name === undefined) return [];
    const pairs = [...labels.matchAll(LABEL)].map(([, key = '', label = '']) => [key, label]);
    return [{ name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) }];
  });
  return {
    text,
    contentType: response.headers.get('content-type'),
    samples,
    value: (name, labels = {}) =>
      samples.find(
        (sample) => sample.name === name && Object.entries(labels).every(([key, label]) => sample.labels[key] === label),
      )?.value,
  };
}

/** What recordings leave open, since it depends on the run. */

/** By the name between the braces. */
export type Values = Map<string, string>;

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
const DAY_MS = 86_400_000;

/** What every recording begins with: the key, and times that the API takes for a later one. */
export function createValues(key: string): Values {
  const iso = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
  return new Map([
    ['key', key],
    ['later', iso(5)],
    ['laterWithOffset', iso(5).replace('Z', '+00:00')],
    ['laterInSeconds', iso(5).replace(/\.\d{3}/, '')],
    ['evenLater', iso(6)],
  ]);
}

/** @throws {Error} for a placeholder without a value: an earlier step did not remember it. */
export const fillIn = (text: string, values: Values): string =>
  text.replaceAll(PLACEHOLDER, (_placeholder, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`The placeholder {{${name}}} has no value: no earlier step remembers it`);
    return value;
  });

/** Keeps what the answer has at each of these places. @throws {Error} when it is no string. */
export function remember(places: Readonly<Record<string, string>>, answer: unknown, values: Values): void {
  for (const [name, place] of Object.entries(places)) {
    const found = place.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], answer);
    if (typeof found !== 'string') throw new Error(`The answer has nothing at ${place}: ${JSON.stringify(answer)}`);
    values.set(name, found);
  }
}

/** Whether metrics are as Prometheus wants them. */
import { runPromtool } from './run-promtool.ts';

const BASE_UNITS = /_(?:milliseconds|microseconds|minutes|hours|days|kilobytes|megabytes|bits|percent)(?:_|$)/;

/**
 * What is wrong with metrics, a line each.
 *
 * `promtool check metrics` says so where it is installed. Its rules about names, types and help
 * texts are held here as well, so that they count everywhere.
 */
export function checkMetrics(text: string): readonly string[] {
  return [...(runPromtool(['check', 'metrics'], text) ?? []), ...checkByHand(text)];
}

function checkByHand(text: string): string[] {
  const types = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]));
  const helps = new Map([...text.matchAll(/^# HELP (\S+) (.*)$/gm)].map(([, name = '', help = '']) => [name, help]));
  const problems = [...types].flatMap(([name, type]) => [
    ...(/^[a-z][a-z0-9_]*$/.test(name) ? [] : [`${name}: names are in snake case`]),
    ...((type === 'counter') === name.endsWith('_total') ? [] : [`${name}: a counter, and nothing else, ends in _total`]),
    ...(type !== 'histogram' && /_(?:count|sum|bucket)$/.test(name) ? [`${name}: this ending belongs to histograms`] : []),
    ...(BASE_UNITS.test(name) ? [`${name}: use base units`] : []),
    ...((helps.get(name) ?? '') === '' ? [`${name}: has no help`] : []),
  ]);
  const names = new Set([...text.matchAll(/^([a-z_][\w:]*)/gm)].map(([, name = '']) => name));
  const untyped = [...names].filter((name) => !types.has(name) && !types.has(name.replace(/_(?:bucket|count|sum)$/, '')));
  return [...problems, ...untyped.map((name) => `${name}: has no type`)];
}

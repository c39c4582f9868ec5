/** Validates metrics for Prometheus. */
import { runPromtool } from './run-promtool.ts';

const BASE_UNITS = /_(?:milliseconds|microseconds|minutes|hours|days|kilobytes|megabytes|bits|percent)(?:_|$)/;

/**
 * The problems of metrics, one per line.
 *
 * It uses `promtool check metrics` if installed. Its rules for names, types and help texts are also checked here, so that they
 * apply everywhere.
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

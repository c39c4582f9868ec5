/** Counts over time as a uPlot chart; the table below it has the same numbers for screen readers. */
import { useEffect, useRef } from 'react';
import './valid-language.ts';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Series } from '../../api/types.ts';
import { number } from '../../format/number.ts';
import { readTime } from '../../format/time.ts';
import { strings } from '../../strings.ts';
import { COUNTED } from './counted.ts';
import { SeriesTable } from './series-table.tsx';

const HEIGHT = 256;

interface SeriesChartProps {
  readonly series: Series;
  readonly rangeName: string;
}

export function SeriesChart({ series, rangeName }: SeriesChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(null);
  const data = useRef(dataOf(series));

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const draw = (): void => {
      chart.current?.destroy();
      chart.current = new uPlot(optionsFor(element), data.current, element);
    };
    draw();
    const resized = new ResizeObserver(() => chart.current?.setSize({ width: element.clientWidth, height: HEIGHT }));
    resized.observe(element);
    // A canvas does not follow CSS variables, so a theme change redraws the chart.
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      themed.disconnect();
      system.removeEventListener('change', draw);
      chart.current?.destroy();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    data.current = dataOf(series);
    chart.current?.setData(data.current);
  }, [series]);

  return (
    <>
      <div ref={place} role="img" aria-label={strings.overview.chartLabel(rangeName)} className="h-64 px-1" />
      <SeriesTable series={series} />
    </>
  );
}

const dataOf = ({ points }: Series): uPlot.AlignedData => [
  points.map(({ at }) => readTime(at).getTime() / 1000),
  ...COUNTED.map(({ name }) => points.map((point) => point[name])),
];

function optionsFor(element: HTMLElement): uPlot.Options {
  const paint = (color: string): string => {
    const probe = element.appendChild(document.createElement('span'));
    probe.style.color = color;
    const painted = getComputedStyle(probe).color;
    probe.remove();
    return painted;
  };
  const axis: uPlot.Axis = {
    stroke: paint('var(--color-muted)'),
    grid: { stroke: paint('var(--color-line)'), width: 1 },
    ticks: { show: false },
    font: `11px ${getComputedStyle(element).fontFamily}`,
  };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { points: { size: 6 }, drag: { x: false, y: false } },
    scales: { y: { range: (_chart, _low, high) => [0, Math.max(4, high * 1.1)] } },
    axes: [
      { ...axis, grid: { show: false }, space: 80, values: (_chart, ticks) => ticks.map(tickLabel) },
      { ...axis, size: 46, values: (_chart, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? number(tick) : '')) },
    ],
    series: [
      {},
      ...COUNTED.map(({ name, color }) => ({
        label: strings.overview.curves[name],
        stroke: paint(color),
        width: 1.75,
        points: { show: false },
      })),
    ],
  };
}

const dayTick = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const minuteTick = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The date at midnight, otherwise the time of day. */
function tickLabel(seconds: number): string {
  const time = new Date(seconds * 1000);
  return (time.getHours() + time.getMinutes() === 0 ? dayTick : minuteTick).format(time);
}

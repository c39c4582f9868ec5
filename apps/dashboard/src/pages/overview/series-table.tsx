/** The numbers of the chart as a table. */
import type { Series } from '../../api/types.ts';
import { number } from '../../format/number.ts';
import { exactTime, readTime } from '../../format/time.ts';
import { strings } from '../../strings.ts';
import { COUNTED } from './counted.ts';

/** Shown on request; steps without any event are left out. */
export function SeriesTable({ series: { points } }: { readonly series: Series }) {
  const rows = points.filter((point) => COUNTED.some(({ name }) => point[name] > 0)).toReversed();
  return (
    <details className="px-4 pb-3">
      <summary className="cursor-pointer text-xs text-muted">{strings.overview.showTable}</summary>
      <div className="mt-2 max-h-72 overflow-auto" tabIndex={0} role="region" aria-label={strings.overview.chart}>
        <table className="numbers w-full text-right text-sm">
          <thead className="text-xs text-muted">
            <tr>
              <th scope="col" className="py-1 text-left font-medium">
                {strings.overview.time}
              </th>
              {COUNTED.map(({ name }) => (
                <th key={name} scope="col" className="py-1 font-medium">
                  {strings.overview.curves[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((point) => (
              <tr key={point.at} className="border-t border-line">
                <th scope="row" className="py-1 text-left font-normal">
                  {exactTime(readTime(point.at))}
                </th>
                {COUNTED.map(({ name }) => (
                  <td key={name}>{number(point[name])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

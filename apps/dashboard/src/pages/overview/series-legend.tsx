/** The legend of the chart. */
import { strings } from '../../strings.ts';
import { COUNTED } from './counted.ts';

export function SeriesLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 px-4 pt-3 text-xs text-muted">
      {COUNTED.map(({ name, tone }) => (
        <li key={name} className={`${tone} flex items-center gap-1.5`}>
          <span aria-hidden className="toned-dot h-0.5 w-3 rounded" />
          {strings.overview.curves[name]}
        </li>
      ))}
    </ul>
  );
}

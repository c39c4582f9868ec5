/** The sums over the range; they are the legend of the chart too. */
import type { Series } from '../../api/types.ts';
import { number } from '../../format/number.ts';
import { strings } from '../../strings.ts';
import { COUNTED } from './counted.ts';

/** The sums. */
export function SeriesTotals({ totals }: { readonly totals: Series['totals'] }) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 px-4 pt-3">
      {COUNTED.map(({ name, tone }) => (
        <div key={name} className={`${tone} flex flex-col-reverse`}>
          <dt className="flex items-center gap-1.5 text-xs text-muted">
            <span aria-hidden className="toned-dot h-0.5 w-3 rounded" />
            {strings.overview[name]}
          </dt>
          <dd className="numbers text-lg font-semibold">{number(totals[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How far back the overview looks. */
import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { strings } from '../../strings.ts';

/** A range, by the name that the API gives it. */
export type Range = keyof typeof strings.overview.ranges;

/** One of them is chosen. */
export function RangeChoice({ value, onChange }: { readonly value: Range; readonly onChange: (range: Range) => void }) {
  return (
    <ToggleGroup
      aria-label={strings.overview.range}
      value={[value]}
      onValueChange={([chosen]) => chosen !== undefined && onChange(chosen)}
      className="inline-flex rounded-md border border-line bg-surface p-0.5"
    >
      {Object.entries(strings.overview.ranges).map(([name, label]) => (
        <Toggle
          key={name}
          value={name}
          className="rounded px-2.5 py-1 text-sm text-muted data-pressed:bg-raised data-pressed:font-medium data-pressed:text-ink"
        >
          {label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}

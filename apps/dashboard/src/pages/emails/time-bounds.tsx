/** The inputs for a custom time range. */
import { Field, TextInput } from '../../components/field.tsx';
import { localInput, readTime } from '../../format/time.ts';
import { strings } from '../../strings.ts';
import type { Filters } from './filters.ts';

/** Two times in the time zone of the browser; either may be empty. */
export function TimeBounds({
  filters,
  onChange,
}: {
  readonly filters: Filters;
  readonly onChange: (changes: Partial<Filters>) => void;
}) {
  const shown = (iso: string): string => (iso === '' ? '' : localInput(readTime(iso)));
  const read = (local: string): string => (local === '' ? '' : new Date(local).toISOString());
  // The input has minute precision. An unchanged bound keeps its seconds.
  const changed = (target: EventTarget, iso: string): boolean => valueOf(target) !== shown(iso);
  return (
    <div className="col-span-2 flex w-full flex-wrap gap-2">
      <Field label={strings.emails.after}>
        <TextInput
          key={filters.from}
          type="datetime-local"
          defaultValue={shown(filters.from)}
          onBlur={({ target }) => changed(target, filters.from) && onChange({ from: read(valueOf(target)) })}
        />
      </Field>
      <Field label={strings.emails.before}>
        <TextInput
          key={filters.until}
          type="datetime-local"
          defaultValue={shown(filters.until)}
          onBlur={({ target }) => changed(target, filters.until) && onChange({ until: read(valueOf(target)) })}
        />
      </Field>
    </div>
  );
}

const valueOf = (target: EventTarget): string => (target as HTMLInputElement).value;

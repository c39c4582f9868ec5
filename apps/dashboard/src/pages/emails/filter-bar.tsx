/** The search and filters of the email list. */
import type { SubmitEvent } from 'react';
import { Field } from '@base-ui/react/field';
import type { Status } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Choice, TextInput } from '../../components/field.tsx';
import { useTyped } from '../../components/use-typed.ts';
import { strings } from '../../strings.ts';
import { isFiltered, NO_FILTERS, type Filters } from './filters.ts';
import { TimeBounds } from './time-bounds.tsx';

const words = strings.emails;

/** Selections apply immediately, search text on submit. */
export function FilterBar({
  filters,
  onChange,
}: {
  readonly filters: Filters;
  readonly onChange: (changes: Partial<Filters>) => void;
}) {
  const [by, setBy] = useTyped(filters.by);
  const [value, setValue] = useTyped(filters.value);
  const find = (event: SubmitEvent): void => {
    event.preventDefault();
    onChange({ by, value: value.trim() });
  };
  // Search text that was not submitted is not part of the filters.
  const clear = (): void => {
    setValue('');
    onChange(NO_FILTERS);
  };
  return (
    <form
      role="search"
      aria-label={words.filters}
      onSubmit={find}
      className="grid grid-cols-2 items-end gap-2 border-b border-line p-3 md:flex md:flex-wrap"
    >
      <Field.Root className="md:w-36">
        <Choice<Status | ''>
          aria-label={words.status}
          value={filters.status ?? ''}
          options={{ '': words.anyStatus, ...strings.status }}
          onChange={(status) => onChange({ status: status === '' ? undefined : status })}
        />
      </Field.Root>
      <Field.Root className="md:w-36">
        <Choice aria-label={words.mode} value={filters.mode} options={words.modes} onChange={(mode) => onChange({ mode })} />
      </Field.Root>
      <Field.Root className="md:w-36">
        <Choice aria-label={words.since} value={filters.since} options={words.sinces} onChange={(since) => onChange({ since })} />
      </Field.Root>
      <Field.Root className="md:w-44">
        <Choice aria-label={words.findBy} value={by} options={words.by} onChange={setBy} />
      </Field.Root>
      <Field.Root className="md:min-w-52 md:flex-1">
        <TextInput
          aria-label={words.value}
          data-shortcut="find"
          type="search"
          placeholder={words.placeholders[by]}
          value={value}
          onValueChange={setValue}
        />
      </Field.Root>
      <div className="col-span-2 flex gap-2">
        <Button type="submit" className="min-h-9">
          {words.find}
        </Button>
        {isFiltered(filters) && (
          <Button look="quiet" className="min-h-9" onClick={clear}>
            {words.clear}
          </Button>
        )}
      </div>
      {filters.since === 'custom' && <TimeBounds filters={filters} onChange={onChange} />}
    </form>
  );
}

/** The search and filters of the suppression list. */
import type { SubmitEvent } from 'react';
import { Field } from '@base-ui/react/field';
import type { Suppression } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Choice, TextInput } from '../../components/field.tsx';
import { useTyped } from '../../components/use-typed.ts';
import { strings } from '../../strings.ts';
import { isFiltered, type Filters } from './filters.ts';

const words = strings.suppressions;

/** Selections apply immediately, an address on submit. */
export function SuppressionFilterBar(props: {
  readonly filters: Filters;
  readonly onChange: (changes: Partial<Filters>) => void;
}) {
  const { filters, onChange } = props;
  const [email, setEmail] = useTyped(filters.email);
  const find = (event: SubmitEvent): void => {
    event.preventDefault();
    onChange({ email: email.trim() });
  };
  // An address that was not submitted is not part of the filters.
  const clear = (): void => {
    setEmail('');
    onChange({ origin: undefined, email: '' });
  };
  return (
    <form
      role="search"
      aria-label={strings.emails.filters}
      onSubmit={find}
      className="flex flex-wrap items-end gap-2 border-b border-line p-3"
    >
      <Field.Root className="w-full sm:w-44">
        <Choice<Suppression['origin'] | ''>
          aria-label={words.columns.origin}
          value={filters.origin ?? ''}
          options={{ '': words.anyOrigin, ...words.origins }}
          onChange={(origin) => onChange({ origin: origin === '' ? undefined : origin })}
        />
      </Field.Root>
      <Field.Root className="min-w-40 flex-1">
        <TextInput
          aria-label={words.columns.email}
          data-shortcut="find"
          type="search"
          placeholder={words.placeholder}
          value={email}
          onValueChange={setEmail}
        />
      </Field.Root>
      <Button type="submit" className="min-h-9">
        {strings.emails.find}
      </Button>
      {isFiltered(filters) && (
        <Button look="quiet" className="min-h-9" onClick={clear}>
          {strings.emails.clear}
        </Button>
      )}
    </form>
  );
}

/** Form fields with a label, a hint and an error. */
import type { ReactNode } from 'react';
import { Field as BaseField } from '@base-ui/react/field';
import { Icon } from './icon.tsx';

/** The classes shared by all inputs. */
export const INPUT =
  'block w-full min-h-9 rounded-md border border-edge bg-surface px-2.5 py-1.5 text-sm text-ink placeholder:text-muted placeholder:opacity-80';

/** Connects the label and the hint to the control inside it, which must be a Base UI `Field.Control`. */
export function Field({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <BaseField.Root className="flex flex-col gap-1">
      <BaseField.Label className="text-sm font-medium">{label}</BaseField.Label>
      {children}
      {hint !== undefined && <BaseField.Description className="text-xs text-muted">{hint}</BaseField.Description>}
    </BaseField.Root>
  );
}

/** A single-line input. */
export function TextInput({ className = '', ...rest }: BaseField.Control.Props & { readonly className?: string }) {
  return <BaseField.Control className={`${INPUT} ${className}`} {...rest} />;
}

/** The classes of a button that opens a file chooser. */
export const FILE_INPUT =
  'text-sm text-muted file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-md file:border file:border-line file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink';

/** The error of a rejected form; renders nothing without an error. */
export function Problem({ error }: { readonly error: Error | null }) {
  return error === null ? null : (
    <p role="alert" className="text-bad wrap-anywhere">
      {error.message}
    </p>
  );
}

/** A multi-line input. */
export function TextArea({
  rows,
  className = '',
  ...rest
}: BaseField.Control.Props & { readonly rows: number; readonly className?: string }) {
  return <BaseField.Control render={<textarea rows={rows} />} className={`${INPUT} ${className}`} {...rest} />;
}

/** A native `<select>`, which works with keyboards, screen readers and touch screens. */
export function Choice<Value extends string>(props: {
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
  readonly 'aria-label'?: string;
  readonly className?: string;
}) {
  const { value, options, onChange, className = '', ...rest } = props;
  return (
    <span className={`relative block ${className}`}>
      <BaseField.Control
        render={
          <select>
            {Object.entries<string>(options).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        }
        className={`${INPUT} appearance-none truncate pr-8`}
        value={value}
        onValueChange={(chosen) => onChange(chosen as Value)}
        {...rest}
      />
      <Icon name="down" className="pointer-events-none absolute top-1/2 right-2.5 size-3.5! -translate-y-1/2 text-muted" />
    </span>
  );
}

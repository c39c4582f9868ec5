/** A segmented control: a few options, all visible. */
import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** Exactly one option is always selected. */
export function Segments<Value extends string>({ label, value, options, onChange, className = '' }: SegmentsProps<Value>) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={([chosen]) => chosen !== undefined && onChange(chosen)}
      className={`inline-flex rounded-md border border-line bg-surface p-0.5 ${className}`}
    >
      {Object.entries<string>(options).map(([name, text]) => (
        <Toggle
          key={name}
          value={name}
          className="min-h-7 flex-1 rounded px-2.5 text-sm whitespace-nowrap text-muted hover:text-ink data-pressed:bg-raised data-pressed:font-medium data-pressed:text-ink"
        >
          {text}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}

/** The input for the weight of a key. */
import { Field, TextInput } from '../../components/field.tsx';
import { strings } from '../../strings.ts';

/** A whole number from 1 to 10, as text. */
export function WeightInput({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <Field label={strings.apiKeys.weight} hint={strings.apiKeys.weightHint}>
      <TextInput type="number" required min={1} max={10} step={1} value={value} onValueChange={onChange} />
    </Field>
  );
}

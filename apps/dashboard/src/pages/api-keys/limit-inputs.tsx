/** The inputs for the limits of a key. */
import { Field, TextArea, TextInput } from '../../components/field.tsx';
import { strings } from '../../strings.ts';
import type { LimitFields } from './key-limits.ts';

const words = strings.apiKeys.limits;

/** Collapsed unless the key has limits, since most keys have none. */
export function LimitInputs(props: {
  readonly open: boolean;
  readonly fields: LimitFields;
  readonly onChange: (fields: LimitFields) => void;
}) {
  const { open, fields, onChange } = props;
  const bind = (name: keyof LimitFields) => ({
    value: fields[name],
    onValueChange: (value: string) => onChange({ ...fields, [name]: value }),
  });
  const number = { type: 'number', min: 1, step: 1, placeholder: words.unlimited };
  return (
    <details open={open}>
      <summary className="cursor-pointer text-sm font-medium">{words.title}</summary>
      <div className="mt-2 flex flex-col gap-3">
        <Field label={words.expiry} hint={words.expiryHint}>
          <TextInput type="datetime-local" {...bind('expiresAt')} />
        </Field>
        <Field label={words.networks} hint={words.networksHint}>
          <TextArea rows={2} placeholder={words.anyNetwork} {...bind('networks')} />
        </Field>
        <Field label={words.senders} hint={words.sendersHint}>
          <TextArea rows={2} placeholder={words.anySender} {...bind('senders')} />
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={words.dailyEmails}>
            <TextInput {...number} {...bind('dailyEmails')} />
          </Field>
          <Field label={words.dailyMegabytes}>
            <TextInput {...number} min={0.000_001} step="any" {...bind('dailyMegabytes')} />
          </Field>
          <Field label={words.scheduledEmails}>
            <TextInput {...number} {...bind('scheduledEmails')} />
          </Field>
          <Field label={words.webhooks}>
            <TextInput {...number} {...bind('webhooks')} />
          </Field>
        </div>
      </div>
    </details>
  );
}

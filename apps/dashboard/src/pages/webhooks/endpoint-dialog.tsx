/** Creates or changes a webhook endpoint. */
import { useState, type SubmitEvent } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Webhook, WebhookEventType } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field, Problem, TextInput } from '../../components/field.tsx';
import { strings } from '../../strings.ts';
import { useWebhookAction } from './use-webhook.ts';

const words = strings.webhooks;

/** Events selectable in the dialog; an API client may subscribe to more. */
type PostedType = keyof typeof words.eventTypes;

/** In display order. */
const TYPES = Object.keys(words.eventTypes) as PostedType[];

interface EndpointDialogProps {
  /** The endpoint to change; null to create one. */
  readonly webhook: Pick<Webhook, 'id' | 'endpoint' | 'events'> | null;
  readonly onClose: () => void;
  /** Called with the secret of a new endpoint. */
  readonly onSecret?: (secret: string) => void;
}

export function EndpointDialog({ webhook, onClose, onSecret }: EndpointDialogProps) {
  const [endpoint, setEndpoint] = useState(webhook?.endpoint ?? '');
  const [events, setEvents] = useState<readonly PostedType[]>(TYPES.filter((type) => webhook?.events.includes(type)));
  const others = (webhook?.events ?? []).filter((type) => !(type in words.eventTypes)) as WebhookEventType[];
  const save = useWebhookAction(async () => {
    const body = { endpoint: endpoint.trim(), events: [...events, ...others] };
    if (webhook === null) return (await answer(api.POST('/webhooks', { body }))).signing_secret;
    await answer(api.PATCH('/webhooks/{id}', { params: { path: { id: webhook.id } }, body }));
    return null;
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: (secret) => (secret === null ? onClose() : onSecret?.(secret)) });
  };
  return (
    <Dialog open onClose={onClose} title={webhook === null ? words.createTitle : words.editTitle}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={words.endpoint} hint={words.endpointHint}>
          <TextInput type="url" required placeholder={words.endpointPlaceholder} value={endpoint} onValueChange={setEndpoint} />
        </Field>
        <EventChoice chosen={events} onChange={setEvents} />
        <Problem error={save.error} />
        <DialogActions>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button type="submit" look="primary" disabled={save.isPending || events.length + others.length === 0}>
            {webhook === null ? words.create : strings.apiKeys.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function EventChoice(props: {
  readonly chosen: readonly PostedType[];
  readonly onChange: (chosen: readonly PostedType[]) => void;
}) {
  const { chosen, onChange } = props;
  const all = chosen.length === TYPES.length;
  return (
    <fieldset>
      <legend className="flex w-full items-center justify-between text-sm font-medium">
        {words.events}
        <Button look="quiet" onClick={() => onChange(all ? [] : TYPES)}>
          {all ? words.noEvents : words.allEvents}
        </Button>
      </legend>
      <ul className="mt-1 grid gap-x-4 gap-y-0.5 sm:grid-cols-2">
        {TYPES.map((type) => (
          <li key={type}>
            <label className="flex min-h-7 cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={chosen.includes(type)}
                onChange={({ target }) =>
                  onChange(TYPES.filter((other) => (other === type ? target.checked : chosen.includes(other))))
                }
              />
              <span title={type}>{words.eventTypes[type]}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** The actions on a webhook endpoint. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { answer, api } from '../../api/client.ts';
import type { Webhook } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { strings } from '../../strings.ts';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { useWebhookAction } from './use-webhook.ts';

const words = strings.webhooks;

type Question = { readonly kind: 'edit' | 'rotate' | 'delete' } | { readonly kind: 'secret'; readonly secret: string };

/** The buttons and their confirmation dialogs. */
export function WebhookActions({ webhook }: { readonly webhook: Webhook }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const close = () => setQuestion(null);
  const params = { params: { path: { id: webhook.id } } };
  const enabled = webhook.status === 'enabled';
  const toggle = useWebhookAction(
    () => answer(api.PATCH('/webhooks/{id}', { ...params, body: { status: enabled ? 'disabled' : 'enabled' } })),
    enabled ? words.disabled : words.enabled,
  );
  return (
    <div className="flex flex-wrap gap-2">
      <Button disabled={toggle.isPending} onClick={() => toggle.mutate(undefined)}>
        {enabled ? words.disable : words.enable}
      </Button>
      <Button onClick={() => setQuestion({ kind: 'edit' })}>{words.edit}</Button>
      <Button onClick={() => setQuestion({ kind: 'rotate' })}>{words.rotate}</Button>
      <Button look="danger" onClick={() => setQuestion({ kind: 'delete' })}>
        {words.delete}
      </Button>
      {question?.kind === 'edit' && <EndpointDialog webhook={webhook} onClose={close} />}
      {question?.kind === 'rotate' && (
        <RotateQuestion id={webhook.id} onClose={close} onSecret={(secret) => setQuestion({ kind: 'secret', secret })} />
      )}
      {question?.kind === 'secret' && <SecretDialog title={words.rotatedTitle} secret={question.secret} onClose={close} />}
      {question?.kind === 'delete' && <DeleteQuestion id={webhook.id} onClose={close} />}
    </div>
  );
}

interface QuestionProps {
  readonly id: string;
  readonly onClose: () => void;
}

function RotateQuestion({ id, onClose, onSecret }: QuestionProps & { readonly onSecret: (secret: string) => void }) {
  const rotate = useWebhookAction(() => answer(api.POST('/webhooks/{id}/signing-secret/rotate', { params: { path: { id } } })));
  return (
    <Dialog open onClose={onClose} title={words.rotateTitle} description={words.rotateExplanation}>
      <DialogActions>
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button
          look="primary"
          disabled={rotate.isPending}
          onClick={() => rotate.mutate(undefined, { onSuccess: ({ signing_secret }) => onSecret(signing_secret) })}
        >
          {words.rotate}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function DeleteQuestion({ id, onClose }: QuestionProps) {
  const [, navigate] = useLocation();
  const remove = useWebhookAction(() => answer(api.DELETE('/webhooks/{id}', { params: { path: { id } } })), words.deleted);
  return (
    <Dialog open onClose={onClose} title={words.deleteTitle} description={words.deleteExplanation}>
      <DialogActions>
        <Button onClick={onClose}>{strings.cancel}</Button>
        <Button
          look="danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate(undefined, { onSuccess: () => navigate('/dashboard/webhooks') })}
        >
          {words.delete}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

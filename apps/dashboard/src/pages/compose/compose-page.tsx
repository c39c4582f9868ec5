/** Composes and sends an email. */
import { useRef, useState, type SubmitEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { answer, api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { Field, TextArea, TextInput } from '../../components/field.tsx';
import { PageTitle } from '../../components/panel.tsx';
import { useToast } from '../../components/toasts.tsx';
import { strings } from '../../strings.ts';
import { AttachmentPicker } from './attachment-picker.tsx';
import { bodyOf, EMPTY_DRAFT, type Draft, type EmailBody } from './draft.ts';

const words = strings.compose;

/** After sending, it opens the page of the email. */
export function ComposePage() {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [problem, setProblem] = useState<string | null>(null);
  const send = useSend((error) => setProblem(error.message));
  const field = (name: Exclude<keyof Draft, 'files'>) => ({
    value: draft[name],
    onValueChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const body = bodyOf(draft);
    setProblem(body === null ? words.wrongTag : null);
    if (body !== null) send.mutate(body);
  };

  return (
    <>
      <PageTitle title={words.title} />
      <form onSubmit={submit} className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <section className="flex min-w-0 flex-col gap-4 rounded-lg border border-line bg-surface p-4 md:p-5">
          <Field label={words.from} hint={words.fromHint}>
            <TextInput {...field('from')} autoComplete="email" />
          </Field>
          <Field label={words.to} hint={words.addressesHint}>
            <TextInput {...field('to')} required />
          </Field>
          <details className="group">
            <summary className="w-fit cursor-pointer text-sm text-muted hover:text-ink">{words.more}</summary>
            <div className="mt-3 grid gap-4 sm:grid-cols-2">
              <Field label={words.cc}>
                <TextInput {...field('cc')} />
              </Field>
              <Field label={words.bcc}>
                <TextInput {...field('bcc')} />
              </Field>
              <Field label={words.replyTo}>
                <TextInput {...field('replyTo')} />
              </Field>
              <Field label={words.tags} hint={words.tagsHint}>
                <TextInput {...field('tags')} />
              </Field>
            </div>
          </details>
          <Field label={words.subject}>
            <TextInput {...field('subject')} />
          </Field>
          <Field label={words.text}>
            <TextArea rows={9} {...field('text')} />
          </Field>
          <Field label={words.html} hint={words.htmlHint}>
            <TextArea rows={5} className="font-mono text-xs" {...field('html')} />
          </Field>
        </section>
        <section className="flex min-w-0 flex-col gap-4 rounded-lg border border-line bg-surface p-4 md:p-5 lg:sticky lg:top-6">
          <AttachmentPicker
            files={draft.files}
            onChange={(change) => setDraft((before) => ({ ...before, files: change(before.files) }))}
          />
          <Field label={words.schedule} hint={words.scheduleHint}>
            <TextInput type="datetime-local" {...field('sendAt')} />
          </Field>
          {problem !== null && (
            <p role="alert" className="text-bad wrap-anywhere">
              {problem}
            </p>
          )}
          <Button type="submit" look="primary" className="min-h-9" disabled={send.isPending}>
            {send.isPending ? words.sending : draft.sendAt === '' ? words.send : words.scheduleSend}
          </Button>
        </section>
      </form>
    </>
  );
}

/** Retrying an unchanged draft reuses its idempotency key, so the email is sent once. */
function useSend(onError: (error: Error) => void) {
  const [, navigate] = useLocation();
  const toast = useToast();
  const sent = useRef<{ readonly body: string; readonly key: string }>(undefined);
  return useMutation({
    mutationFn: (body: EmailBody) => {
      const text = JSON.stringify(body);
      if (sent.current?.body !== text) sent.current = { body: text, key: newKey() };
      return answer(api.POST('/emails', { body, params: { header: { 'idempotency-key': sent.current.key } } }));
    },
    onSuccess: ({ id }, { scheduled_at }) => {
      toast.good(scheduled_at === undefined ? words.accepted : words.acceptedForLater);
      navigate(`/dashboard/emails/${id}`);
    },
    onError,
  });
}

/** `randomUUID` is available only in secure contexts (https and localhost). */
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');

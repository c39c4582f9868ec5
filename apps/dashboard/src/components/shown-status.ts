/** The status shown for an email: it includes bounces and complaints after sending, and marks sandbox results as simulated. */
import type { EmailItem } from '../api/types.ts';
import { strings } from '../strings.ts';
import { toneOf } from './status-tones.ts';

/** The label and the CSS class of its color. */
export interface ShownStatus {
  readonly word: string;
  readonly tone: string;
}

/** The fields that the shown status depends on. */
export type ShownEmail = Pick<EmailItem, 'status' | 'mode' | 'last_event' | 'failure' | 'to' | 'cc' | 'bcc'>;

const words = strings.shownStatus;

/** The label and color for an email. */
export function shownStatusOf({ status, mode, last_event, failure, to, cc, bcc }: ShownEmail): ShownStatus {
  if (mode === 'test') {
    return { word: status === 'sent' ? words.simulated : words.sandbox(strings.status[status]), tone: 'tone-calm' };
  }
  if (status !== 'sent') return { word: strings.status[status], tone: toneOf(status) };
  if (last_event === 'complained') return { word: words.complained, tone: 'tone-bad' };
  if (failure !== null) {
    return to.length + cc.length + bcc.length > 1
      ? { word: words.someFailed, tone: 'tone-warn' }
      : { word: words.bouncedLater, tone: 'tone-bad' };
  }
  if (last_event === 'delivery_delayed') return { word: words.delayed, tone: 'tone-warn' };
  return { word: strings.status.sent, tone: 'tone-good' };
}

/** Why an email failed or is delayed; null if it is sent, scheduled or waiting for its normal turn. */
export function explanationOf({ status, failure, waiting }: Pick<EmailItem, 'status' | 'failure' | 'waiting'>): string | null {
  if (failure !== null) return failure.reason;
  const isOrdinary = waiting === null || waiting.reason === 'queued' || status === 'scheduled';
  return isOrdinary ? null : waiting.reason;
}

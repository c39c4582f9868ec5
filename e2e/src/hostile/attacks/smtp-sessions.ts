/** SMTP sessions that never end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { RECEIVER, type Attack } from '../attack.ts';
import { holdConnections } from '../attacker/http-client.ts';
import { runLanes, together } from '../attacker/run-lanes.ts';
import { beginMessage, openSmtp, openSmtpSession } from '../attacker/smtp-client.ts';

const LINE = Buffer.from(`${'x'.repeat(76)}\r\n`);
const MEGABYTE_OF_LINES = Buffer.alloc(78 * 13_000, LINE);
/** Less than the maximum size of a message. */
const MEGABYTES = 24;
const DRIP_MS = 300;

export const smtpEndlessData: Attack = {
  name: 'smtp-endless-data',
  title: 'six messages by SMTP of 24 MB each that never end',
  hasLargeBodies: true,
  begin: ({ submissionPort, address, keys }, count) =>
    runLanes(6, count, async (_nth, signal) => {
      const client = await openSmtpSession(submissionPort, address, keys.sending, signal);
      try {
        await beginMessage(client, { from: 'mallory@attacker.example', to: [`endless@${RECEIVER}`] });
        count('354');
        await client.send(Buffer.from('From: mallory@attacker.example\r\n\r\n'));
        for (let sent = 0; sent < MEGABYTES; sent += 1) await client.send(MEGABYTE_OF_LINES);
        for (;;) {
          await sleep(DRIP_MS, undefined, { signal });
          await client.send(LINE);
        }
      } finally {
        client.close();
      }
    }),
};

export const smtpEndlessNoop: Attack = {
  name: 'smtp-endless-noop',
  title: 'endless NOOP in 30 sessions, on the ports for submission and for bounces',
  begin: ({ submissionPort, feedbackPort, address, keys }, count) =>
    together(
      ...[submissionPort, feedbackPort].map((port) =>
        runLanes(15, count, async (_nth, signal) => {
          const client =
            port === feedbackPort
              ? await openSmtp(port, address, signal)
              : await openSmtpSession(port, address, keys.sending, signal);
          try {
            for (;;) count((await client.say('NOOP')).slice(0, 3));
          } finally {
            client.close();
          }
        }),
      ),
    ),
};

export const smtpConnections: Attack = {
  name: 'smtp-connections',
  title: '800 SMTP connections from one address that send only EHLO',
  begin: async ({ submissionPort, feedbackPort, address }, count) =>
    together(
      ...(await Promise.all(
        [submissionPort, feedbackPort].map((port) =>
          holdConnections(port, address, { count: 400, begin: 'EHLO client.example\r\n' }, count),
        ),
      )),
    ),
};

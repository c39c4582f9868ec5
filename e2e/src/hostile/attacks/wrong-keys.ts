/** Wrong API keys from the address of the bystander, as behind a shared proxy or router. */
import { randomBytes } from 'node:crypto';
import type { Attack } from '../attack.ts';
import { openHttpClient } from '../attacker/http-client.ts';
import { runTimed, together } from '../attacker/run-lanes.ts';
import { authPlain, openSmtp } from '../attacker/smtp-client.ts';
import { smallEmailTo } from './attack-email.ts';

const wrongKey = (): string => `re_so_live_${randomBytes(32).toString('base64url')}`;

export const wrongKeys: Attack = {
  name: 'wrong-keys',
  title: '60 wrong keys a second over HTTP and 10 over SMTP, from the address of the bystander',
  begin: ({ apiUrl, submissionPort, bystanderAddress }, count) => {
    const client = openHttpClient(apiUrl, bystanderAddress);
    return together(
      runTimed(60, count, async (nth, signal) => {
        const body = smallEmailTo(`reader-${String(nth)}`);
        count(String((await client.call({ path: '/emails', key: wrongKey(), body, signal })).status));
      }),
      runTimed(10, count, async (_nth, signal) => {
        const smtp = await openSmtp(submissionPort, bystanderAddress, signal);
        try {
          await smtp.say('EHLO client.example');
          count((await smtp.say(authPlain(wrongKey()))).slice(0, 3));
        } finally {
          smtp.close();
        }
      }),
    );
  },
};

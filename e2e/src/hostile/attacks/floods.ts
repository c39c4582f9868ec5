/** Large amounts of valid requests with one key. */
import type { Attack } from '../attack.ts';
import { openHttpClient } from '../attacker/http-client.ts';
import { runLanes } from '../attacker/run-lanes.ts';
import { openSmtpSession, submit } from '../attacker/smtp-client.ts';
import { emailTo, smallEmailTo } from './attack-email.ts';

const IN_A_BATCH = 100;

export const flood: Attack = {
  name: 'flood',
  title: 'valid emails from 64 connections, as fast as they are answered',
  begin: ({ apiUrl, address, keys }, count) => {
    const client = openHttpClient(apiUrl, address);
    return runLanes(64, count, async (nth, signal) => {
      const body = smallEmailTo(`reader-${String(nth)}`);
      count(String((await client.call({ path: '/emails', key: keys.sending, body, signal })).status));
    });
  },
};

export const floodOfBatches: Attack = {
  name: 'flood-of-batches',
  title: 'batches of a hundred valid emails from 8 connections',
  begin: ({ apiUrl, address, keys }, count) => {
    const client = openHttpClient(apiUrl, address);
    return runLanes(8, count, async (nth, signal) => {
      const body = Array.from({ length: IN_A_BATCH }, (_, index) => smallEmailTo(`reader-${String(nth)}-${String(index)}`));
      count(String((await client.call({ path: '/emails/batch', key: keys.sending, body, signal })).status));
    });
  },
};

export const floodOfSmtp: Attack = {
  name: 'flood-of-smtp',
  title: 'valid messages by SMTP from 32 sessions, as fast as they are answered',
  begin: ({ submissionPort, address, keys }, count) => {
    const { from, to, subject } = emailTo('reader');
    const message = Buffer.from(`From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\n\r\nIt works.\r\n`);
    return runLanes(32, count, async (_nth, signal) => {
      const client = await openSmtpSession(submissionPort, address, keys.sending, signal);
      try {
        for (;;) count(await submit(client, { from: 'mallory@attacker.example', to: [to] }, message));
      } finally {
        client.close();
      }
    });
  },
};

const LARGE_FILE = Buffer.alloc(7_500_000, 'Lorem ipsum dolor sit amet, consetetur. ').toString('base64');

export const floodOfFiles: Attack = {
  name: 'flood-of-files',
  title: 'emails with a file of 7.5 MB from 8 connections',
  hasLargeBodies: true,
  begin: ({ apiUrl, address, keys }, count) => {
    const client = openHttpClient(apiUrl, address);
    return runLanes(8, count, async (nth, signal) => {
      const body = { ...smallEmailTo(`reader-${String(nth)}`), attachments: [{ filename: 'file.txt', content: LARGE_FILE }] };
      count(String((await client.call({ path: '/emails', key: keys.sending, body, signal })).status));
    });
  },
};

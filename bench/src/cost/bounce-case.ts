/** Bounce messages, which any server on the internet may send. */
import type { CostCase } from './cost-case.ts';
import { hostileText } from './hostile-text.ts';
import { openParsers } from './measured-functions.ts';

/* prettier-ignore */
const PIECES = [
  '\r\n', '\r\n\r\n', 'Final-Recipient: rfc822; a@b.example\r\n', 'Action: failed\r\n', 'Status: 5.1.1\r\n', 'Diagnostic-Code: smtp; 550 5.1.1 x\r\n',
  '--b\r\nContent-Type: message/delivery-status\r\n\r\n', '--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n', '--b\r\n', '--b--\r\n',
  'This is the mail system at host x\r\n', 'said: 550 ', 'host ', 'server ', 'delivered to ', 'RCPT TO:', '<a@b.example>: ', '<a@b.example>', 'a@b.example ',
  'a', '@', '.', ' ', '<', '>', '(', '(((', ')', '\\', '550 ', '5.1.1 ', '5.', 'in reply to ', '>>> ', '<<< ', 'will be ', 'delayed ', 'retried ', 'if ',
  '----- The following addresses had ', 'ü', '\u001B$B', '<br>', '<style>', '&nbsp;', 'X-Failed-Recipients: a@b.example\r\n', '\\x{E9}',
];
const REPORT = 'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\nAuto-Submitted: auto-replied\r\n';
/** The number of bytes that are parsed. */
const LOOKED_AT = 64 * 1024;

/** The main thread's work for a bounce, which a worker thread parses. */
export function openBounceCase(): CostCase {
  const parsers = openParsers();
  return {
    name: 'bounce',
    generate: (random, bytes) =>
      Buffer.from(`${random.pick([REPORT, '', 'Content-Type: text/html\r\n'])}\r\n${hostileText(random, PIECES, bytes)}`),
    run: async (input) => {
      await parsers.parseFeedback('192.0.2.1', input.subarray(0, LOOKED_AT), '');
    },
    close: parsers.close,
  };
}

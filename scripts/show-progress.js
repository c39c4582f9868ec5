/** Says on standard error how far a long piece of work is: `Building Sendoff (3 of 16, 12 s)…` */

/** Work that takes less, in milliseconds, is not announced. */
const TIMEOUT_MS = 1500;
/** Between two lines of a log; a terminal has one line, which changes every second. */
const LINE_EVERY_MS = 10_000;
const REDRAW_EVERY_MS = 1000;
/** Back to the beginning of the line, and what is there removed. */
const CLEAR = '\r\u001B[K';

/**
 * @param {string} what
 * @param {number} total
 * @param {{ output?: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>, now?: () => number }} [surroundings]
 * @returns {{ advance: () => void, end: () => void }} `advance` is called with the begin of each of the `total` steps
 */
export function showProgress(what, total, { output = process.stderr, now = () => performance.now() } = {}) {
  const begunAt = now();
  let begun = 0;
  let shown = false;

  const show = () => {
    const seconds = Math.round((now() - begunAt) / 1000);
    const line = `${what} (${String(Math.max(1, begun))} of ${String(Math.max(total, begun))}, ${String(seconds)} s)…`;
    output.write(output.isTTY ? `${CLEAR}${line}` : `${line}\n`);
    shown = true;
    timer = setTimeout(show, output.isTTY ? REDRAW_EVERY_MS : LINE_EVERY_MS);
  };
  let timer = setTimeout(show, TIMEOUT_MS);

  return {
    advance: () => {
      begun += 1;
    },
    end: () => {
      clearTimeout(timer);
      if (shown && output.isTTY) output.write(CLEAR);
    },
  };
}

/** Shows the progress of a long task on standard error: `Building Sendoff (3 of 16, 12 s)…` */

/** Milliseconds before the first output; shorter tasks show nothing. */
const TIMEOUT_MS = 1500;
/** Milliseconds between lines in a log; on a terminal, one line is redrawn every second. */
const LINE_EVERY_MS = 10_000;
const REDRAW_EVERY_MS = 1000;
/** Returns to the start of the line and clears it. */
const CLEAR = '\r\u001B[K';

/**
 * Shows the progress of `total` steps.
 *
 * @param {string} what
 * @param {number} total
 * @param {{ output?: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>, now?: () => number }} [surroundings]
 * @returns {{ advance: () => void, end: () => void }} `advance` must be called at the start of each step
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

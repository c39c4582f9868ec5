import { Parser } from 'htmlparser2';

/** Characters that are read. */
const MAX_HTML = 1_000_000;
/** Elements that are read. A newsletter of a megabyte has some ten thousand. */
const MAX_ELEMENTS = 100_000;
/** Characters of html that takes less than a tenth of a second whatever it holds, and is not looked at twice. */
const SHORT_HTML = 32_000;
/** Elements that are open at once: the parser looks for each end tag among all of them. */
const MAX_OPEN = 500;

/**
 * The html up to where it becomes so long, so deep, or so full of elements that reading it takes more than a second, or
 * more than a hundred megabytes. What is open is counted by the parser that reads it afterwards.
 */
export function boundedHtml(html: string): string {
  if (html.length <= SHORT_HTML) return html;
  const beginning = html.length > MAX_HTML ? html.slice(0, MAX_HTML) : html;
  let open = 0;
  let elements = 0;
  let end = beginning.length;
  const parser = new Parser({
    onopentagname: () => {
      open += 1;
      elements += 1;
      if (open <= MAX_OPEN && elements <= MAX_ELEMENTS) return;
      end = Math.min(end, parser.startIndex);
      parser.pause();
    },
    onclosetag: () => {
      open -= 1;
    },
  });
  parser.write(beginning);
  return beginning.slice(0, end);
}

import { describe, expect, test } from '@jest/globals';
import { textFromHtml } from './text-from-html.ts';

describe('textFromHtml', () => {
  test('keeps links, leaves images out and does not wrap', () => {
    const words = 'word '.repeat(60).trim();
    expect(textFromHtml(`<h1>Title</h1><p>${words}</p><img src="x.png" alt="Logo"><a href="https://a.example/b">Open</a>`)).toBe(
      `Title\n\n${words}\n\nOpen [https://a.example/b]`,
    );
  });

  test('leaves scripts and styles out', () => {
    expect(textFromHtml('<style>p{}</style><script>alert(1)</script><p>Text</p>')).toBe('Text');
  });

  test.each([
    ['deep nesting', '<div>'.repeat(200_000)],
    ['nested lists', '<ul><li>x'.repeat(100_000)],
    ['deep nesting behind stray end tags', '<div></b>'.repeat(100_000)],
    ['stray end tags in deep nesting', `${'<div>'.repeat(2000)}${'</b>'.repeat(240_000)}`],
    ['unclosed paragraphs', '<p>x<b>y</i>'.repeat(80_000)],
    ['huge tables', `<table>${'<tr><td colspan="99999999">x</td></tr>'.repeat(10_000)}</table>`],
    ['a tag that never ends', `<${'a'.repeat(900_000)}`],
    ['many attributes', `<p ${'a=b '.repeat(200_000)}>`],
    ['more than it reads', '<p>word</p>'.repeat(500_000)],
  ])('does not choke on %s', (_what, html) => {
    // Microseconds of the processor; what chokes takes minutes.
    const start = process.cpuUsage();
    expect(typeof textFromHtml(html)).toBe('string');
    expect(process.cpuUsage(start).user).toBeLessThan(20e6);
  });

  test('returns text that a body may hold', () => {
    expect(textFromHtml('a&#xD83D;&#0;b')).not.toMatch(/[\0]|\p{Surrogate}/u);
  });
});

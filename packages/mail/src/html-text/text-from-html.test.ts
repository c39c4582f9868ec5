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
    ['tables in tables', '<table><tr><td>x'.repeat(60_000)],
    ['tables in tables that are closed', `${'<table><tr><td>x'.repeat(400)}${'</table>'.repeat(400)}`.repeat(80)],
    ['many rows', `<table>${'<tr><td>a<td>b<td rowspan=9>c'.repeat(30_000)}</table>`],
    ['many cells', `<table><tr>${'<td colspan=9>a'.repeat(60_000)}</table>`],
    ['a cell of many lines', `<table><tr><td>${'a<br>'.repeat(180_000)}<td>b</table>`],
    ['cells of many lines', `<table><tr>${`<td>${'a<br>'.repeat(1800)}`.repeat(100)}</table>`],
    ['many spaces', `<p>a${'&nbsp;'.repeat(150_000)}b</p>`],
    ['a tag that never ends', `<${'a'.repeat(900_000)}`],
    ['many attributes', `<p ${'a=b '.repeat(200_000)}>`],
    ['more than it reads', '<p>word</p>'.repeat(500_000)],
    ['paragraphs in items that no end tag closes', '<li><p>'.repeat(140_000)],
    ['links in links', `${'<a href=x>'.repeat(280)}${'x '.repeat(400_000)}`],
    ['rows outside a table', '<tr>x'.repeat(200_000)],
    ['lists with long numbers', `${'<ol start=9007199254740991>'.repeat(10)}${'<li>x<br>x<br>x'.repeat(60_000)}`],
    ['elements that only foreign markup has', '<p><desc></p>'.repeat(75_000)],
    ['comments without an end', '<!--'.repeat(250_000)],
    ['rules', '<hr>'.repeat(250_000)],
  ])('does not choke on %s', (_what, html) => {
    // Microseconds of the processor; what chokes takes minutes.
    const start = process.cpuUsage();
    expect(typeof textFromHtml(html)).toBe('string');
    expect(process.cpuUsage(start).user).toBeLessThan(20e6);
  });

  test.each([
    ['rules', '<hr>'.repeat(1000)],
    ['quotations of short lines', `${'<blockquote>'.repeat(280)}${'x<br>'.repeat(4000)}`],
    ['long numbers', `${'<ol start=2999>'.repeat(10)}${`<li>${'x<br>'.repeat(50)}`.repeat(20)}`],
    ['columns', `<table><tr>${'<td>xxxxxxxxxx'.repeat(11)}${'<tr><td><td><td><td><td><td><td><td><td><td><td>y'.repeat(900)}`],
  ])('returns no more than twice the characters of html with %s', (_what, html) => {
    expect(textFromHtml(html).length).toBeLessThanOrEqual(2 * html.length);
  });

  test('is cut where it has more bytes than it may', () => {
    expect(textFromHtml('<p>äöü</p>', 5)).toBe('äö');
    expect(textFromHtml('<p>a😀</p>', 3)).toBe('a');
  });

  test('a list begins at any number, and is numbered from 1 where the number is none', () => {
    const list = (attributes: string) => textFromHtml(`<ol ${attributes}><li>x</li></ol>`);
    expect([list('start=7'), list('start=4 type=i'), list('type=a')]).toEqual([' 7. x', ' iv. x', ' a. x']);
    expect(['start=1e99', 'start=-1', 'start=x', 'type=i start=40000'].map(list)).toEqual(Array(4).fill(' 1. x'));
  });

  test.each([
    ['quotations', `${'<blockquote>'.repeat(250)}${'a<br>'.repeat(150_000)}`],
    ['lists', `${'<ul><li>'.repeat(120)}${'a<br>'.repeat(150_000)}`],
  ])('does not grow with %s inside one another', (_what, html) => {
    const text = textFromHtml(html);
    expect(text.length).toBeLessThanOrEqual(1_000_000);
    expect(text.slice(0, text.indexOf('\n')).length).toBeLessThan(60);
  });

  test('returns text that a body may hold', () => {
    expect(textFromHtml('a&#xD83D;&#0;b')).not.toMatch(/[\0]|\p{Surrogate}/u);
  });
});

describe('a table', () => {
  const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

  test('of data has columns, with or without a header, also as a fragment', () => {
    const rows = `${row('Widget 3', '2', '10.00')}${row('Gadget', '12', '100.00')}<tr><td colspan="2">Total</td><td>110.00</td></tr>`;
    const lines = ['Widget 3   2    10.00', 'Gadget     12   100.00', 'Total           110.00'];
    expect(textFromHtml(`<table><tbody>${rows}</tbody></table><p>Bye</p>`)).toBe([...lines, '', 'Bye'].join('\n'));
    expect(textFromHtml(`<table><thead><tr><th>Item</th><th>Qty</th><th>Price</th></tr></thead>${rows}</table>`)).toBe(
      ['Item       Qty   Price', 'Widget 3   2     10.00', 'Gadget     12    100.00', 'Total            110.00'].join('\n'),
    );
    expect(textFromHtml(row('Widget 3', '2', '10.00'))).toBe('Widget 3   2   10.00');
  });

  test('keeps a cell that spans rows, a caption, and a header at the side', () => {
    expect(textFromHtml('<table><tr><td rowspan="2">X</td><td>1</td></tr><tr><td>2</td></tr></table>')).toBe('X   1\n    2');
    expect(textFromHtml('<table><caption>Order</caption><tr><th>No.</th><td>17</td></tr></table>')).toBe('Order\nNo.   17');
  });

  test('has the lines of one cell below one another, and its neighbours beside the first', () => {
    const html = `<table>${row('<p>Widget 3</p><small>Size M</small>', '2', '10.00')}${row('Gadget', '1', '3.00')}</table>`;
    expect(textFromHtml(html)).toBe('Widget 3   2   10.00\nSize M\nGadget     1   3.00');
  });

  test('whose cells are texts is read one cell after the other', () => {
    const text = 'Text that is long enough not to be put beside any other text at all.';
    expect(textFromHtml(`<table>${row(text, 'Short')}</table>`)).toBe(`${text}\nShort`);
    expect(textFromHtml(`<table>${row('Billing<br>Ada<br>Street 1', 'Shipping<br>Bob<br>Street 2')}</table>`)).toBe(
      'Billing\nAda\nStreet 1\n\nShipping\nBob\nStreet 2',
    );
  });

  test('that is a layout leaves neither columns nor spaces', () => {
    const column = (name: string): string =>
      `<table>${row(`<b>${name}</b>`)}${row('&nbsp;')}${row(`Text of the column at the ${name.toLowerCase()}.`)}</table>`;
    const html = `<body><center><table width="100%">
      ${row('&nbsp;', '<img src="logo.png">', '')}
      ${row(`<table>${row('<h1>News</h1><p>Hello Ada.</p>')}</table>`)}
      <tr><td style="height:20px">&nbsp;</td></tr>
      ${row(column('Left'), column('Right'))}
      ${row(`<table>${row('<a href="https://f.example/">Facebook</a>', '&nbsp;', '<a href="https://t.example/">Twitter</a>')}</table>`)}
    </table></center></body>`;
    expect(textFromHtml(html)).toBe(
      [
        ...['News', '', 'Hello Ada.', '', 'Left', 'Text of the column at the left.', ''],
        ...['Right', 'Text of the column at the right.', '', 'Facebook [https://f.example/]   Twitter [https://t.example/]'],
      ].join('\n'),
    );
  });
});

test('lists and definitions have a line for each item, also outside a list', () => {
  expect(textFromHtml('<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>')).toBe(' * a\n * b\n   1. c');
  expect(textFromHtml('<li>a</li><li>b</li>')).toBe('a\nb');
  expect(textFromHtml('<dl><dt>Name</dt><dd>Ada</dd><dt>City</dt><dd>London</dd></dl>')).toBe('Name\nAda\nCity\nLondon');
});

test('what is hidden is left out: preview texts, their filling, and cells', () => {
  const preview = '<div style="color:#fff;DISPLAY: none !important;max-height:0">Preview &#847;&zwnj;&nbsp;</div>';
  expect(textFromHtml(`<title>Title</title>${preview}<p hidden>x</p><p>Text</p><p>&nbsp;&zwnj;&#847;&#8203;</p>`)).toBe('Text');
  expect(textFromHtml('<table><tr><td style="display:none">x</td><td>a</td><td>b</td></tr></table>')).toBe('a   b');
});

test('what is set apart is not one word', () => {
  expect(textFromHtml('<span style="display:inline-block">A</span><span style="display: inline-block">B</span>')).toBe('A B');
  const button = (href: string, text: string) => `<a style="display:inline-block" href="${href}">${text}</a>`;
  expect(textFromHtml(`${button('https://a.example/', 'Yes')}${button('https://b.example/', 'No')}`)).toBe(
    'Yes [https://a.example/] No [https://b.example/]',
  );
});

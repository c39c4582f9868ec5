import { expect, test } from '@jest/globals';
import { withoutLinks } from './without-links.ts';

test.each([
  '<link rel="preconnect" href="https://a.example">',
  '<LINK rel=dns-prefetch href=//a.example>',
  '<link\nrel="preload" href="https://a.example">',
  '<link/rel=preconnect/href=//a.example>',
  '<p title="<"><link\frel=preconnect href=//a.example>',
  '<li<link rel=preconnect href=//a.example>',
  '<svg><link rel="preconnect" href="https://a.example"/></svg>',
])('a link asks for nothing: %j', (html) => {
  expect(withoutLinks(html)).not.toMatch(/<link[\t\n\f\r />]/i);
});

test('everything else stays as it is', () => {
  const html = '<a href="https://a.example">a link / another</a><linked-list></linked-list><style>a > link {}</style>';
  expect(withoutLinks(html)).toBe(html);
});

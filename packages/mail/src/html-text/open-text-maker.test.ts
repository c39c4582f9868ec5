import { getActiveResourcesInfo } from 'node:process';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openTextMaker, type TextMaker } from './open-text-maker.ts';

/** Takes a thread about a second. */
const SLOW = '<tr>x'.repeat(200_000);
const QUICK = '<p>Hello <b>Ada</b></p>';

let maker: TextMaker;
afterEach(() => maker.close());

const make = (html: string, key = 'key', maxBytes = 1_000_000) => maker.make({ html, key, maxBytes });
/** Has both threads started. */
const warmUp = () => Promise.all([make(QUICK, 'one'), make(QUICK, 'other')]);

describe('a maker of texts', () => {
  test('makes them in threads, which start with the first', async () => {
    maker = openTextMaker();
    expect(getActiveResourcesInfo()).not.toContain('MessagePort');
    expect(await make(QUICK)).toEqual({ text: 'Hello Ada' });
  });

  test('keeps to the bytes that a text may have, without half a character', async () => {
    maker = openTextMaker();
    expect(await make('<p>a😀b</p>', 'key', 4)).toEqual({ text: 'a' });
    expect(await make('<p>a😀b</p>', 'key', 5)).toEqual({ text: 'a😀' });
    expect(await make('<p>a</p>', 'key', 0)).toEqual({ text: '' });
  });

  test('gives up a text that takes too long, and makes the next one', async () => {
    maker = openTextMaker({ deadlineMs: 200 });
    await make(QUICK);
    expect(await make(SLOW)).toEqual({ problem: 'It took more than 200 ms' });
    // In a thread of its own, which is new: what it takes to load is no part of what it takes to make a text.
    expect(await make('')).toEqual({ text: '' });
  });

  test('makes the text of one key while another has many that take long', async () => {
    maker = openTextMaker();
    await warmUp();
    const done: string[] = [];
    const slow = [1, 2, 3].map(async (n) => {
      await make(SLOW, 'hostile');
      done.push(`slow ${String(n)}`);
    });
    await make(QUICK, 'usual');
    done.push('quick');
    expect(done.indexOf('quick')).toBeLessThan(2);
    await Promise.all(slow);
    expect(done.filter((name) => name !== 'quick')).toEqual(['slow 1', 'slow 2', 'slow 3']);
  });

  test('finishes what is under way when it is closed', async () => {
    maker = openTextMaker();
    const text = make(QUICK);
    await maker.close();
    expect(await text).toEqual({ text: 'Hello Ada' });
  });
});

import { describe, expect, it } from 'vitest';
import { findAll, hasColumns, type Highlight, segments } from './highlight';

const at = (key: string, start: number, end: number): Highlight => ({ key, start, end });
const shown = (text: string, highlights: Highlight[]) =>
  segments(text, highlights).map((s) => [text.slice(s.start, s.end), s.keys.join('+')]);

describe('segments', () => {
  it('cuts a text at a highlight', () => {
    expect(shown('has asthma now', [at('c0', 4, 10)])).toEqual([
      ['has ', ''],
      ['asthma', 'c0'],
      [' now', ''],
    ]);
  });

  it('gives a text without highlights in one piece, and an empty text in none', () => {
    expect(shown('plain', [])).toEqual([['plain', '']]);
    expect(shown('', [])).toEqual([]);
  });

  it('draws overlapping highlights once, with both keys where they meet', () => {
    expect(shown('abcdef', [at('c0', 0, 4), at('c1', 2, 6)])).toEqual([
      ['ab', 'c0'],
      ['cd', 'c0+c1'],
      ['ef', 'c1'],
    ]);
  });

  it('nests a highlight inside another', () => {
    expect(shown('abcdef', [at('s0', 0, 6), at('c0', 2, 4)])).toEqual([
      ['ab', 's0'],
      ['cd', 's0+c0'],
      ['ef', 's0'],
    ]);
  });

  it('keeps adjacent highlights apart', () => {
    expect(shown('abcd', [at('c1', 2, 4), at('c0', 0, 2)])).toEqual([
      ['ab', 'c0'],
      ['cd', 'c1'],
    ]);
  });

  it('keeps one key once when its spans overlap', () => {
    expect(shown('abcd', [at('c0', 0, 3), at('c0', 1, 4)])).toEqual([
      ['a', 'c0'],
      ['bc', 'c0'],
      ['d', 'c0'],
    ]);
  });

  it('counts in UTF-16 units, so an emoji before a highlight moves it by two', () => {
    const text = '🩺 asthma';
    expect(shown(text, [at('c0', 3, 9)])).toEqual([
      ['🩺 ', ''],
      ['asthma', 'c0'],
    ]);
  });

  it('never cuts a surrogate pair', () => {
    expect(shown('a🩺b', [at('c0', 2, 4)])).toEqual([
      ['a', ''],
      ['🩺b', 'c0'],
    ]);
    expect(shown('a🩺b', [at('c0', 0, 2)])).toEqual([
      ['a🩺', 'c0'],
      ['b', ''],
    ]);
  });

  it('leaves out what is empty, reversed or outside, and cuts off what sticks out', () => {
    expect(shown('abc', [at('x', 1, 1), at('y', 2, 1), at('z', 7, 9), at('n', Number.NaN, 2)])).toEqual([['abc', '']]);
    expect(shown('abc', [at('c0', 1, 99)])).toEqual([
      ['a', ''],
      ['bc', 'c0'],
    ]);
  });

  it('cuts one page of a longer text, a highlight over the page break on both pages', () => {
    const text = 'page one|page two';
    const highlights = [at('c0', 5, 13)];
    expect(segments(text, highlights, 0, 9)).toEqual([
      { start: 0, end: 5, keys: [] },
      { start: 5, end: 9, keys: ['c0'] },
    ]);
    expect(segments(text, highlights, 9, 17)).toEqual([
      { start: 9, end: 13, keys: ['c0'] },
      { start: 13, end: 17, keys: [] },
    ]);
  });

  it('gives the text back when its pieces are joined, for any highlights', () => {
    const text = 'A𝒜b🩺c\r\nd\te — f'.repeat(3);
    for (let seed = 1; seed <= 200; seed++) {
      const highlights = Array.from({ length: 6 }, (_, i) => {
        const start = (seed * 7 + i * 13) % text.length;
        return at(`c${i}`, start, start + ((seed * i) % 11));
      });
      const pieces = segments(text, highlights);
      expect(pieces.map((s) => text.slice(s.start, s.end)).join('')).toBe(text);
      expect(pieces.every((s) => s.start < s.end)).toBe(true);
    }
  });
});

describe('findAll', () => {
  it('ignores case and keeps offsets', () => {
    expect(findAll('Asthma, asthma', 'ASTHMA')).toEqual([
      { start: 0, end: 6 },
      { start: 8, end: 14 },
    ]);
  });

  it('keeps offsets behind a letter whose lower case is longer', () => {
    expect(findAll('İstanbul clinic', 'clinic')).toEqual([{ start: 9, end: 15 }]);
  });

  it('finds nothing for blanks, and stops at the limit', () => {
    expect(findAll('abc', '  ')).toEqual([]);
    expect(findAll('aaaa', 'a', 2)).toHaveLength(2);
  });
});

describe('hasColumns', () => {
  it('tells a laboratory table from prose', () => {
    expect(hasColumns('TEST     RESULT\nWBC      6.4\nRBC      4.9\nMCV      88')).toBe(true);
    expect(hasColumns('The patient is well.\nShe returns in May.\nNo complaints.')).toBe(false);
  });
});

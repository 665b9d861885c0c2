import { describe, expect, it } from 'vitest';
import type { EvalTestResult } from '@/api/types.gen';
import { codeDifference, figures, figuresByType } from './eval-figures';

const item = (document_type: string, expected_codes: string[], predicted_codes: string[], coverage = 1): EvalTestResult => ({
  id: 'x',
  document_type,
  query: '',
  expected_codes,
  predicted_codes,
  generated_summary: '',
  metrics: { precision: 0, recall: 0, f1: 0, coverage },
});

describe('codeDifference', () => {
  it('sorts codes into right, missed and extra, each once', () => {
    expect(codeDifference(item('CT', ['I10', 'E11.9'], ['I10', 'I10', 'J45.909']))).toEqual({
      right: ['I10'],
      missed: ['E11.9'],
      extra: ['J45.909'],
    });
  });
});

describe('figures', () => {
  it.each([
    [3, 1, 0, 1, 0.75],
    [0, 0, 0, 1, 1],
    [0, 2, 0, 1, 0],
    [0, 0, 2, 0, 1],
  ])('of %i right, %i missed, %i extra', (right, missed, extra, precision, recall) => {
    expect(figures(right, missed, extra)).toMatchObject({ precision, recall });
  });

  it('give no F1 where nothing is right', () => {
    expect(figures(0, 1, 1).f1).toBe(0);
  });
});

describe('figuresByType', () => {
  it('adds up per type, in the usual order', () => {
    const rows = figuresByType([
      item('CT', ['I10'], ['I10'], 0.5),
      item('X-RAY', ['J18.9'], []),
      item('CT', ['E11.9'], ['E11.9', 'I10'], 1),
    ]);
    expect(rows.map((row) => row.type)).toEqual(['X-RAY', 'CT']);
    expect(rows[1]).toMatchObject({ items: 2, codes: 2, recall: 1, coverage: 0.75 });
    expect(rows[1]?.precision).toBeCloseTo(2 / 3);
  });
});

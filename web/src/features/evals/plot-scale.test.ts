import { describe, expect, it } from 'vitest';
import { figures } from './eval-figures';
import { axisFloor, f1Points } from './plot-scale';

describe('axisFloor', () => {
  it.each([
    [[0.9, 0.8], 0.75],
    [[0.9, 0.75], 0.5],
    [[0.2, 0.9], 0],
    [[0, 1], 0],
  ])('below %j is %d', ([precision = 0, recall = 0], floor) => {
    expect(axisFloor([{ precision, recall, f1: 0 }])).toBe(floor);
  });
});

describe('f1Points', () => {
  it('all have that F1 and lie above the floor', () => {
    for (const { recall, precision } of f1Points(0.8, 0.7)) {
      expect((2 * precision * recall) / (precision + recall)).toBeCloseTo(0.8);
      expect(Math.min(precision, recall)).toBeGreaterThanOrEqual(0.7);
    }
    expect(f1Points(0.8, 0.7).length).toBeGreaterThan(5);
    expect(figures(4, 1, 1).f1).toBeCloseTo(0.8);
  });
});

import { describe, expect, it } from 'vitest';
import { rangePicture } from './lab-range';

describe('rangePicture', () => {
  it.each([
    [12, 12, 16, 25],
    [16, 12, 16, 75],
    [14, 12, 16, 50],
    [8, 12, 16, 2],
    [99, 12, 16, 98],
  ])('puts %d between %d and %d at %d', (value, low, high, at) => {
    expect(rangePicture(value, low, high)).toEqual({ from: 25, to: 75, at });
  });

  it('shows ranges with one end', () => {
    expect(rangePicture(2.5, null, 5)).toEqual({ from: 0, to: 66, at: 33 });
    expect(rangePicture(120, 60, null)).toEqual({ from: 34, to: 100, at: 68 });
  });

  it('shows nothing without a range, or with a wrong one', () => {
    expect(rangePicture(1, null, null)).toBeNull();
    expect(rangePicture(1, 5, 5)).toBeNull();
    expect(rangePicture(1, null, 0)).toBeNull();
  });
});

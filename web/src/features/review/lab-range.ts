export type RangePicture = { from: number; to: number; at: number };

/**
 * Where a value stands against its range, on a bar from 0 to 100: the normal band fills the middle half; a range with one
 * end fills two thirds. Values far out stop at the bar's end. Null when there is no range to show.
 */
export function rangePicture(value: number, low: number | null, high: number | null): RangePicture | null {
  if (low !== null && high !== null) {
    return high > low ? { from: 25, to: 75, at: clamp(25 + ((value - low) / (high - low)) * 50) } : null;
  }
  if (high !== null && high > 0) return { from: 0, to: 66, at: clamp((value / high) * 66) };
  if (low !== null && low > 0) return { from: 34, to: 100, at: clamp((value / low) * 34) };
  return null;
}

const clamp = (at: number) => Math.max(2, Math.min(98, at));

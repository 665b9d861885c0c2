import type { Figures } from './eval-figures';

const QUARTERS = [0, 0.25, 0.5, 0.75];

/** Where both axes begin: the highest quarter below every point, so that good results do not huddle in a corner. */
export function axisFloor(rows: readonly Figures[]): number {
  const least = Math.min(1, ...rows.flatMap((row) => [row.precision, row.recall]));
  return QUARTERS.findLast((quarter) => quarter < least) ?? 0;
}

/** Recall at which a precision of 1 gives this F1; the curve begins there. */
function firstRecall(f1: number): number {
  return f1 / (2 - f1);
}

/** Points of equal F1 as recall and precision, p = f r / (2 r - f), as far as they lie above the floor. */
export function f1Points(f1: number, floor: number): { recall: number; precision: number }[] {
  const from = firstRecall(f1);
  return Array.from({ length: 49 }, (_, i) => from + ((1 - from) * i) / 48)
    .map((recall) => ({ recall, precision: (f1 * recall) / (2 * recall - f1) }))
    .filter(({ recall, precision }) => recall >= floor && precision >= floor);
}

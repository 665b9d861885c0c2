import type { EvalTestResult } from '@/api/types.gen';
import { DOCUMENT_TYPES } from '@/lib/document-types';

export type CodeDifference = { right: string[]; missed: string[]; extra: string[] };

/** Expected against predicted codes of one document, each code counted once. */
export function codeDifference(item: EvalTestResult): CodeDifference {
  const expected = new Set(item.expected_codes);
  const predicted = new Set(item.predicted_codes);
  return {
    right: [...expected].filter((code) => predicted.has(code)),
    missed: [...expected].filter((code) => !predicted.has(code)),
    extra: [...predicted].filter((code) => !expected.has(code)),
  };
}

export type Figures = { precision: number; recall: number; f1: number };

/** Micro-averaged; with nothing to find and nothing claimed, all is right. */
export function figures(right: number, missed: number, extra: number): Figures {
  const precision = right + extra === 0 ? 1 : right / (right + extra);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export type TypeFigures = Figures & { type: string; items: number; codes: number; coverage: number };

/** The figures of each document type that occurs, in the types' usual order. */
export function figuresByType(items: readonly EvalTestResult[]): TypeFigures[] {
  const types = [...new Set([...DOCUMENT_TYPES, ...items.map((item) => item.document_type)])];
  return types.flatMap((type) => {
    const ofType = items.filter((item) => item.document_type === type);
    if (ofType.length === 0) return [];
    const differences = ofType.map(codeDifference);
    const count = (part: keyof CodeDifference) => differences.reduce((sum, d) => sum + d[part].length, 0);
    return {
      type,
      items: ofType.length,
      codes: count('right') + count('missed'),
      coverage: ofType.reduce((sum, item) => sum + item.metrics.coverage, 0) / ofType.length,
      ...figures(count('right'), count('missed'), count('extra')),
    };
  });
}

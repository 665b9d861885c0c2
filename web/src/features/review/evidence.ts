import type { AnalysisResults, EvidenceSpan, ReviewItem } from '@/api/types.gen';
import type { Highlight } from '@/lib/highlight';
import { itemOf } from './coder-review';

/** What an answer is, which decides its colour in the text: a code, a laboratory value, a sentence, or only a reason. */
export type EvidenceKind = 'code' | 'lab' | 'note' | 'quiet';

/**
 * Answers have short keys that say what and which: `c0` the first code, `l2` the third value, `s1` the second sentence,
 * `r0` a code not given, `t0` the classification, `f0` a finding, `a5` a code that a coder added. They stand in the address; codes and words do not.
 */
export type EvidenceIndex = {
  highlights: Highlight[];
  /** The places of each answer, in the order of its quotes. */
  places: Map<string, { start: number; end: number }[]>;
};

const KINDS: Record<string, EvidenceKind> = { c: 'code', a: 'code', l: 'lab', s: 'note' };

export function kindOf(key: string): EvidenceKind {
  return KINDS[key.charAt(0)] ?? 'quiet';
}

/** What a review says of the evidence. */
export type Reviewed = Pick<ReviewItem, 'item' | 'origin' | 'verdict' | 'evidence_spans'>;

/** @param items of the coder's review: added codes, and evidence that was amended */
export function evidenceIndex(results: AnalysisResults, items: readonly Reviewed[] = []): EvidenceIndex {
  const highlights: Highlight[] = [];
  const places: EvidenceIndex['places'] = new Map();
  const add = (key: string, spans: readonly Pick<EvidenceSpan, 'start' | 'end'>[]) => {
    places.set(
      key,
      spans.map(({ start, end }) => ({ start, end })),
    );
    highlights.push(...spans.map(({ start, end }) => ({ key, start, end })));
  };
  // In the order of interest: where highlights meet, a click goes to the first.
  const reviewed = (key: string) => items.find((item) => item.item === itemOf(key))?.evidence_spans;
  results.codes.codes.forEach((code, i) => add(`c${i}`, reviewed(`c${i}`) ?? code.evidence_spans));
  for (const item of items) {
    if (item.verdict === 'added' || (item.origin === 'added' && item.verdict === 'amended')) add(item.item, item.evidence_spans);
  }
  results.lab_results.forEach((lab, i) => add(`l${i}`, lab.evidence_spans));
  results.summary.statements.forEach((statement, i) => add(`s${i}`, statement.evidence_spans));
  results.codes.rejected_codes.forEach((code, i) => add(`r${i}`, reviewed(`r${i}`) ?? code.evidence_spans));
  add('t0', results.classification.evidence_spans);
  results.findings.forEach(({ start, end }, i) => {
    if (start !== null && end !== null) add(`f${i}`, [{ start, end }]);
  });
  return { highlights, places };
}

/** The answer after or before `current` among those of one kind, round and round. */
export function neighbour(keys: readonly string[], current: string, step: 1 | -1): string | undefined {
  if (keys.length === 0) return undefined;
  const at = keys.indexOf(current);
  if (at < 0) return step === 1 ? keys[0] : keys.at(-1);
  return keys[(at + step + keys.length) % keys.length];
}

/** Which answer a click on text under `keys` means: the next one each time, so that overlapping ones can all be reached. */
export function clicked(keys: readonly string[], current: string): string | undefined {
  const loud = keys.filter((key) => kindOf(key) !== 'quiet');
  return neighbour(loud.length > 0 ? loud : keys, current, 1);
}

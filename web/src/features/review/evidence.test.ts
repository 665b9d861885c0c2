import { describe, expect, it } from 'vitest';
import type { AnalysisResults } from '@/api/types.gen';
import { clicked, evidenceIndex, kindOf, neighbour, type Reviewed } from './evidence';

const span = (start: number, end: number) => ({ start, end, page: 1, quote: 'q' });
const results: AnalysisResults = {
  classification: { document_type: 'CT', confidence: 1, rationale: '', evidence: [], evidence_spans: [span(0, 2)] },
  codes: {
    codes: [
      {
        code: 'I10',
        description: '',
        confidence: 1,
        status: 'reported',
        first_listed: true,
        rationale: '',
        rules: [],
        evidence: [],
        evidence_spans: [span(4, 6), span(8, 9)],
      },
    ],
    rejected_codes: [{ code: 'E11.9', description: '', rule: 'r', reason: '', evidence: [], evidence_spans: [] }],
  },
  summary: {
    summary: '',
    confidence: 1,
    evidence: [],
    evidence_spans: [],
    bullets: [],
    citations: [],
    statements: [{ text: '', evidence: [], evidence_spans: [span(4, 9)] }],
  },
  lab_results: [],
  findings: [
    { code: 'OCR', step: 'extract', message: '', start: null, end: null },
    { code: 'HIDDEN_TEXT', step: 'extract', message: '', start: 1, end: 2 },
  ],
  encounter: { class: null, date_of_service: null },
  pages: 1,
  cost: null,
  engine: 'local',
  engine_version: '0',
  terminology_release: 'FY2026',
};

describe('evidenceIndex', () => {
  const { highlights, places } = evidenceIndex(results);

  it('keeps every span of an answer, in the order of its quotes', () => {
    expect(places.get('c0')).toEqual([
      { start: 4, end: 6 },
      { start: 8, end: 9 },
    ]);
    expect(places.get('r0')).toEqual([]);
  });

  it('names codes before sentences, so that codes win where they meet', () => {
    expect(highlights.map((h) => h.key)).toEqual(['c0', 'c0', 's0', 't0', 'f1']);
  });
});

describe('evidenceIndex of a review', () => {
  it('shows added codes and amended evidence', () => {
    const reviewed = { origin: 'coded' as const, verdict: 'amended' as const, evidence_spans: [span(20, 22)] };
    const items: Reviewed[] = [
      { ...reviewed, item: 'c1' },
      { ...reviewed, item: 'a4', origin: 'added', verdict: 'added' },
      { ...reviewed, item: 'a6', origin: 'added', verdict: 'rejected' },
    ];
    const { places } = evidenceIndex(results, items);
    expect(places.get('c0')).toEqual([{ start: 20, end: 22 }]);
    expect(places.get('a4')).toEqual([{ start: 20, end: 22 }]);
    expect(places.has('a6')).toBe(false);
  });
});

describe('kindOf', () => {
  it.each([
    ['c0', 'code'],
    ['a5', 'code'],
    ['l12', 'lab'],
    ['s1', 'note'],
    ['r0', 'quiet'],
    ['', 'quiet'],
  ])('%j is %s', (key, kind) => {
    expect(kindOf(key)).toBe(kind);
  });
});

describe('neighbour', () => {
  it.each([
    [['c0', 'c1'], 'c0', 1, 'c1'],
    [['c0', 'c1'], 'c1', 1, 'c0'],
    [['c0', 'c1'], 'c0', -1, 'c1'],
    [['c0', 'c1'], '', 1, 'c0'],
    [['c0', 'c1'], 's0', -1, 'c1'],
  ] as const)('in %j after %j by %i', (keys, current, step, expected) => {
    expect(neighbour(keys, current, step)).toBe(expected);
  });

  it('is nothing among nothing', () => {
    expect(neighbour([], 'c0', 1)).toBeUndefined();
  });
});

describe('clicked', () => {
  it('goes through the answers that share a place', () => {
    expect(clicked(['c0', 's0'], '')).toBe('c0');
    expect(clicked(['c0', 's0'], 'c0')).toBe('s0');
    expect(clicked(['c0', 's0'], 's0')).toBe('c0');
  });

  it('takes a quiet one only when there is no other', () => {
    expect(clicked(['t0', 'c0'], '')).toBe('c0');
    expect(clicked(['t0'], '')).toBe('t0');
  });
});

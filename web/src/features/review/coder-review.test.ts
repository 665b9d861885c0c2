import { describe, expect, it } from 'vitest';
import type { ReviewDecision, ReviewItem, ReviewReply } from '@/api/types.gen';
import { addedItems, decisionWords, itemOf, keyOf, movedUp, nextOpen, placeOf, progressOf, quoteOf } from './coder-review';

function item(name: string, verdict: ReviewItem['verdict'], sequence: number | null = null): ReviewItem {
  return {
    item: name,
    origin: name.startsWith('c') ? 'coded' : name.startsWith('r') ? 'refused' : 'added',
    verdict,
    sequence,
    code: `NEW-${name}`,
    description: '',
    proposed_code: name.startsWith('a') ? null : `OLD-${name}`,
    proposed_description: null,
    status: null,
    confidence: null,
    rationale: null,
    rules: [],
    evidence: [],
    evidence_spans: [],
    reason: null,
    decided_by: null,
    decided_at: null,
  };
}

function review(...items: ReviewItem[]): ReviewReply {
  return {
    document_id: 1,
    analysis_version: 1,
    newest: true,
    reviewed_versions: [],
    revision: 0,
    etag: '"1-0"',
    state: 'open',
    decided: 0,
    total: items.length,
    terminology_release: '',
    items,
    history: [],
  };
}

function decision(action: ReviewDecision['action'], name: string | null, code: string | null = null): ReviewDecision {
  return { revision: 3, at: '', by: '', action, item: name, code, description: null, reason: null, evidence_spans: [], order: [], undoes: 2 };
}

describe('items and keys', () => {
  it.each([
    ['c0', 'c1'],
    ['r11', 'r12'],
    ['a5', 'a5'],
  ])('%s is %s', (key, name) => {
    expect(itemOf(key)).toBe(name);
    expect(keyOf(name)).toBe(key);
  });
});

describe('nextOpen', () => {
  // In the sequence of the codes, which is not that of the list.
  const some = review(item('c2', 'open'), item('c1', 'accepted'), item('c3', 'open'), item('r1', 'refused'));
  it.each([
    ['', 'c1'],
    ['c0', 'c1'],
    ['c1', 'c2'],
    ['c2', 'c1'],
    ['r0', 'c1'],
  ])('after %j is %s', (key, next) => {
    expect(nextOpen(some, key)).toBe(next);
  });
  it('is none when all is decided', () => {
    expect(nextOpen(review(item('c1', 'rejected')), 'c0')).toBeUndefined();
  });
});

describe('progressOf', () => {
  it.each([
    [7, 12, '7 of 12 decided'],
    [0, 0, 'No code to decide on'],
  ])('%d of %d', (decided, total, words) => {
    expect(progressOf({ decided, total })).toBe(words);
  });
});

describe('movedUp', () => {
  const listed = review(item('c2', 'open', 1), item('c1', 'open', 2), item('c3', 'rejected'), item('a4', 'added', 3));
  it.each([
    ['a4', 'c2 a4 c1'],
    ['c1', 'c1 c2 a4'],
    ['c2', 'c2 c1 a4'],
  ])('%s', (name, order) => {
    expect(movedUp(listed, name).join(' ')).toBe(order);
  });
});

describe('decisionWords', () => {
  const some = review(item('c1', 'amended'), item('a2', 'added'), item('r1', 'restored'));
  it.each([
    [decision('accept', 'c1'), 'Accepted OLD-c1'],
    [decision('amend', 'c1', 'I10'), 'Amended OLD-c1 to I10'],
    [decision('add', null, 'I10'), 'Added I10'],
    [decision('reject', 'a2'), 'Rejected NEW-a2'],
    [decision('restore', 'r1', 'R50.9'), 'Overruled the rule on OLD-r1'],
    [decision('undo', null), 'Took back decision 2'],
    [decision('sequence', null), 'Changed the sequence'],
    [decision('finish', null), 'Finished the review'],
  ])('%#', (made, words) => {
    expect(decisionWords(made, some)).toBe(words);
  });
});

describe('addedItems', () => {
  it('leaves out what was taken out again', () => {
    const some = review(item('c1', 'open'), item('a1', 'added'), item('a2', 'rejected'));
    expect(addedItems(some).map((added) => added.item)).toEqual(['a1']);
    expect(addedItems(undefined)).toEqual([]);
  });
});

describe('quotes', () => {
  const text = 'Has gout.\n  Takes it. Has gout.';
  it.each([
    [0, 8, { start: 0, end: 8, quote: 'Has gout' }],
    [8, 18, { start: 8, end: 17, quote: '.\n  Takes' }],
    [9, 18, { start: 12, end: 17, quote: 'Takes' }],
    [9, 12, null],
  ])('from %d to %d', (from, to, quote) => {
    expect(quoteOf(text, from, to)).toEqual(quote);
  });
  it('are not longer than the server takes', () => {
    expect(quoteOf('x'.repeat(301), 0, 301)).toBeNull();
    expect(placeOf('x'.repeat(301), 'x'.repeat(301))).toBeNull();
  });
  it.each([
    [' gout ', { start: 4, end: 8, quote: 'gout' }],
    ['Gout', null],
    ['  ', null],
  ])('typed as %j', (words, place) => {
    expect(placeOf(text, words)).toEqual(place);
  });
});

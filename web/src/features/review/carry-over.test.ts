import { expect, test } from 'vitest';
import type { ReviewItem, ReviewReply } from '@/api/types.gen';
import { carriedReason, decisionsToCarry, isCarried } from './carry-over';

function line(change: Partial<ReviewItem>): ReviewItem {
  return {
    item: 'c1',
    origin: 'coded',
    verdict: 'open',
    sequence: 1,
    code: 'I10',
    description: '',
    proposed_code: 'I10',
    proposed_description: '',
    status: 'reported',
    confidence: 1,
    rationale: '',
    rules: [],
    evidence: ['HTN'],
    evidence_spans: [{ start: 4, end: 7, page: 1, quote: 'HTN' }],
    reason: null,
    decided_by: null,
    decided_at: null,
    ...change,
  };
}

function review(version: number, ...items: ReviewItem[]): ReviewReply {
  return {
    document_id: 1,
    analysis_version: version,
    newest: version === 2,
    reviewed_versions: [1],
    revision: 0,
    etag: '',
    state: 'open',
    decided: 0,
    total: items.length,
    terminology_release: '',
    items,
    history: [],
  };
}

const elsewhere = [{ start: 40, end: 43, page: 1, quote: 'HTN' }];

test.each<[string, Partial<ReviewItem>, Partial<ReviewItem>, object[]]>([
  ['an accepted code', { verdict: 'accepted' }, { item: 'c3' }, [{ action: 'accept', item: 'c3', reason: 'Carried over from version 1' }]],
  ['a rejected one with its reason', { verdict: 'rejected', reason: 'History only' }, {}, [{ action: 'reject', item: 'c1', reason: 'Carried over from version 1: History only' }]],
  ['an amended one', { verdict: 'amended', code: 'I15.9' }, {}, [{ action: 'amend', item: 'c1', code: 'I15.9', reason: 'Carried over from version 1' }]],
  ['an overruled rule', { origin: 'refused', verdict: 'restored' }, { origin: 'refused', verdict: 'refused' }, [{ action: 'restore', item: 'c1', reason: 'Carried over from version 1' }]],
  ['not what nobody decided', { verdict: 'open' }, {}, []],
  ['not to other evidence', { verdict: 'accepted' }, { evidence_spans: elsewhere }, []],
  ['not to another code', { verdict: 'accepted' }, { proposed_code: 'I11.9' }, []],
  ['not to a code that only waits to be confirmed', { verdict: 'accepted' }, { status: 'suggested' }, []],
  ['not over a newer decision', { verdict: 'accepted' }, { verdict: 'rejected', decided_by: 'cody' }, []],
  ['not over a restoration that was taken out again', { origin: 'refused', verdict: 'restored' }, { origin: 'refused', verdict: 'refused', decided_by: 'cody' }, []],
])('carried over: %s', (_, before, after, expected) => {
  expect(decisionsToCarry(review(1, line(before)), review(2, line(after)))).toEqual(expected);
});

test('an added code comes with its evidence, unless the newer results have it', () => {
  const added = line({ item: 'a2', origin: 'added', verdict: 'added', code: 'Z79.899', proposed_code: null });
  expect(decisionsToCarry(review(1, added), review(2, line({})))).toEqual([
    { action: 'add', code: 'Z79.899', reason: 'Carried over from version 1', evidence_spans: [{ start: 4, end: 7, quote: 'HTN' }] },
  ]);
  expect(decisionsToCarry(review(1, added), review(2, line({ code: 'Z79.899' })))).toEqual([]);
});

test('what is carried on again names the last version alone', () => {
  expect(carriedReason(3, 'Carried over from version 1: Ruled out')).toBe('Carried over from version 3: Ruled out');
  expect(carriedReason(3, 'Carried over from version 1')).toBe('Carried over from version 3');
  expect(isCarried(line({ reason: carriedReason(3, null) }))).toBe(true);
  expect(isCarried(line({ reason: 'Ruled out' }))).toBe(false);
});

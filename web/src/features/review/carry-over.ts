import type { DecisionRequest, ReviewItem, ReviewReply } from '@/api/types.gen';

const MARK = /^Carried over from version \d+(?:: )?/;
const LONGEST_REASON = 1000;

/** What a decision that was carried over says of itself, the words given at the time after it. */
export function carriedReason(version: number, said: string | null): string {
  const words = said?.replace(MARK, '') ?? '';
  return `Carried over from version ${version}${words && `: ${words}`}`.slice(0, LONGEST_REASON);
}

export function isCarried(item: ReviewItem): boolean {
  return item.reason !== null && MARK.test(item.reason);
}

/**
 * The decisions on earlier results that fit the newer ones: on the same code with the same evidence, nobody having decided
 * on it since; and codes added that the newer results lack. Whatever differs is left to the coder.
 */
export function decisionsToCarry(earlier: ReviewReply, now: ReviewReply): DecisionRequest[] {
  const carried = earlier.items.flatMap((old): DecisionRequest[] => {
    const reason = carriedReason(earlier.analysis_version, old.reason);
    if (old.origin === 'added') return old.verdict === 'added' && !isNamed(now, old.code) ? [adding(old, reason)] : [];
    const line = now.items.find((item) => isUndecided(item) && item.origin === old.origin && isAlike(item, old));
    return line ? onto(line, old, reason) : [];
  });
  // A code taken by two lines is refused: of two that want it, the first has it.
  const taken = new Set<string>();
  return carried.filter(({ action, code }) => {
    if (!code || action === 'reject') return true;
    if (taken.has(code)) return false;
    taken.add(code);
    return true;
  });
}

const isUndecided = ({ verdict, decided_by: by }: ReviewItem) => verdict === 'open' || (verdict === 'refused' && by === null);

const isNamed = ({ items }: ReviewReply, code: string) => items.some((item) => item.code === code && item.origin !== 'refused');

function isAlike(one: ReviewItem, other: ReviewItem): boolean {
  return one.proposed_code === other.proposed_code && one.status === other.status && places(one) === places(other);
}

const places = ({ evidence_spans: spans }: ReviewItem) => JSON.stringify(spans.map(({ start, end, quote }) => [start, end, quote]));

function onto({ item }: ReviewItem, old: ReviewItem, reason: string): DecisionRequest[] {
  switch (old.verdict) {
    case 'accepted':
      return [{ action: 'accept', item, reason }];
    case 'rejected':
      return [{ action: 'reject', item, reason }];
    case 'amended':
      return [{ action: 'amend', item, code: old.code, reason }];
    case 'restored':
      return [{ action: 'restore', item, reason }];
    default:
      return [];
  }
}

function adding({ code, evidence_spans: spans }: ReviewItem, reason: string): DecisionRequest {
  return { action: 'add', code, reason, evidence_spans: spans.map(({ start, end, quote }) => ({ start, end, quote })) };
}

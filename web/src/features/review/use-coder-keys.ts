import { useHotkeys } from '@/lib/use-hotkeys';
import { nextOpen } from './coder-review';
import type { CoderReview } from './use-coder-review';
import type { Select } from './use-selection';

/** Binds the keys that decide on the selected code; returns what accepting one does. */
export function useCoderKeys(coder: CoderReview, current: string, select: Select) {
  const item = current ? coder.itemAt(current) : undefined;
  const can = coder.canDecide && !coder.busy;

  const accept = (key: string) => {
    const line = coder.itemAt(key);
    if (!can || line?.origin !== 'coded') return;
    coder.decide({ action: 'accept', item: line.item }, (review) => {
      const next = nextOpen(review, key);
      if (next) select(next);
    });
  };

  useHotkeys({
    a: () => accept(current),
    r: () => can && item && item.verdict !== 'rejected' && item.verdict !== 'refused' && coder.setAsk({ kind: 'reject', item }),
    e: () => can && item && item.origin !== 'refused' && coder.setAsk({ kind: 'amend', item }),
    o: () => can && item?.verdict === 'refused' && coder.setAsk({ kind: 'restore', item }),
    n: () => can && coder.setAsk({ kind: 'add', quote: null }),
    u: () => can && coder.review && coder.review.revision > 0 && coder.decide({ action: 'undo' }),
  });
  return accept;
}

import type { ReviewItem } from '@/api/types.gen';
import { Badge } from '@/components/ui/badge';
import { isCarried } from '../../carry-over';

const SHOWN = {
  accepted: ['good', 'Accepted'],
  amended: ['accent', 'Amended'],
  rejected: ['high', 'Rejected'],
  added: ['accent', 'Added'],
  restored: ['accent', 'Rule overruled'],
} as const;

/** What a coder made of a code; nothing while nobody decided. */
export function VerdictBadge({ item }: { item: ReviewItem | undefined }) {
  if (!item || item.verdict === 'open' || item.verdict === 'refused') return null;
  const [tone, words] = SHOWN[item.verdict];
  return (
    <>
      <Badge tone={tone} data-verdict={item.verdict}>
        {words}
      </Badge>
      {isCarried(item) && <Badge data-carried>Carried over</Badge>}
    </>
  );
}

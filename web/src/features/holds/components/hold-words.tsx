import type { Hold } from '@/api/types.gen';
import { formatMoment } from '@/lib/format';

/** Why a document is held, who says so, and since when. */
export function HoldWords({ hold }: { hold: Hold }) {
  return (
    <>
      <span className="block break-words">{hold.reason}</span>
      <span className="block text-sm text-muted">
        {`${hold.placed_by}, `}
        <time dateTime={hold.placed_at}>{formatMoment(hold.placed_at)}</time>
      </span>
    </>
  );
}

import { Badge } from '@/components/ui/badge';

/** Where a code stands among those reported; nothing where it is not. */
export function SequenceBadge({ sequence }: { sequence: number | null | undefined }) {
  if (sequence === 1) return <Badge tone="accent">First listed</Badge>;
  if (!sequence) return null;
  return (
    <span className="text-xs text-muted tabular-nums">
      <span className="sr-only">Sequence </span>
      {sequence}
    </span>
  );
}

import { CircleAlert, LoaderCircle } from 'lucide-react';
import { Badge } from '@/components/ui/badge';

const LABELS: Record<string, string> = {
  stored: 'Stored only',
  queued: 'In the queue',
  running: 'Reading',
  processed: 'Processed',
  failed: 'Failed',
};

export function stateLabel(state: string): string {
  return LABELS[state] ?? state;
}

/** The state where it is news. "Processed" is what everyone expects, so it stays silent. */
export function StateBadge({ state }: { state: string }) {
  if (state === 'processed') return <span className="sr-only">Processed</span>;
  if (state === 'failed') {
    return (
      <Badge tone="high">
        <CircleAlert aria-hidden /> Failed
      </Badge>
    );
  }
  return (
    <Badge tone={state === 'stored' ? 'neutral' : 'accent'}>
      {state === 'running' && <LoaderCircle aria-hidden className="animate-spin" />}
      {stateLabel(state)}
    </Badge>
  );
}

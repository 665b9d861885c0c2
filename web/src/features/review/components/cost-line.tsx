import type { Cost } from '@/api/types.gen';
import { dollars, grouped, plural } from '@/lib/format';

/** What the answers cost; nothing where no engine was paid for. */
export function CostLine({ cost }: { cost: Cost | null | undefined }) {
  if (!cost) return null;
  const sent = cost.input_tokens + cost.cache_write_tokens + cost.cache_read_tokens;
  return (
    <p className="text-xs text-muted tabular-nums">
      {dollars(cost.micro_dollars)} for {plural(cost.calls, 'call')} of {cost.model}
      {cost.estimated_calls > 0 && ` (${cost.estimated_calls} without a reply, estimated)`}
      {cost.calls > 0 && ` · ${grouped(sent)} tokens in, ${grouped(cost.cache_read_tokens)} of them from the cache, ${grouped(cost.output_tokens)} out`}
    </p>
  );
}

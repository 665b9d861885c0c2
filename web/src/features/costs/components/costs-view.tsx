import { useQuery } from '@tanstack/react-query';
import { ReceiptText } from 'lucide-react';
import { useState } from 'react';
import type { CostsReply } from '@/api/types.gen';
import { ErrorMessage, Message } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { dollars, percent, plural } from '@/lib/format';
import { costsQuery } from '../api/costs';
import { cachedShare, sumsByDay } from '../cost-figures';
import { CostChart } from './cost-chart';
import { CostTable } from './cost-table';

const SPANS = [7, 30, 90];

/** What Claude cost, for those who pay and those who check. */
export function CostsView() {
  const [days, setDays] = useState(30);
  const costs = useQuery(costsQuery(days));
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">Costs</h1>
          <p className="mt-1 text-muted">{costs.data ? subtitle(costs.data) : 'What Claude cost, from the replies’ own usage.'}</p>
        </div>
        <div role="group" aria-label="How far back" className="flex gap-1">
          {SPANS.map((span) => (
            <Button key={span} variant={span === days ? 'primary' : 'ghost'} size="sm" aria-pressed={span === days} onClick={() => setDays(span)}>
              {span} days
            </Button>
          ))}
        </div>
      </header>
      {costs.isPending ? (
        <div role="status">
          <span className="sr-only">Loading the costs</span>
          <Skeleton className="h-64 rounded-2xl" />
        </div>
      ) : costs.isError ? (
        <ErrorMessage error={costs.error} onRetry={() => costs.refetch()} title="The costs could not be loaded" />
      ) : costs.data.days.length === 0 ? (
        <Message icon={ReceiptText} title="Nothing was spent">
          The local engine costs nothing. Calls to Claude appear here the moment they are made.
        </Message>
      ) : (
        <>
          <CostChart sums={sumsByDay(costs.data)} />
          <CostTable days={costs.data.days} />
        </>
      )}
    </div>
  );
}

function subtitle(costs: CostsReply): string {
  const share = cachedShare(costs.days);
  const parts = [`${dollars(costs.micro_dollars)} in ${plural(costs.calls, 'call')}`];
  if (share !== null) parts.push(`${percent(share)} of what was sent came from the cache`);
  if (costs.estimated_calls > 0) parts.push(`${plural(costs.estimated_calls, 'call')} without a reply counted at the most they can have cost`);
  return `${parts.join('; ')}.`;
}

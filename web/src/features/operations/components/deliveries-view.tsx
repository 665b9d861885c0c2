import { useInfiniteQuery } from '@tanstack/react-query';
import { Webhook } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Delivery } from '@/api/types.gen';
import { Message, sentenceOf } from '@/components/message';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { formatMoment, plural } from '@/lib/format';
import { deliveriesQuery, DELIVERY_STATES, type DeliveryState, useRetryDelivery } from '../api/deliveries';
import { PagedList } from './paged-list';
import { StateFilter } from './state-filter';

const LABELS: Record<Delivery['state'], string> = { failed: 'Given up', queued: 'To be told', delivered: 'Delivered' };
const TONES = { failed: 'high', queued: 'accent', delivered: 'good' } as const;

/** What was told to whom when jobs ended, and how it went. */
export function DeliveriesView() {
  const [state, setState] = useState<DeliveryState>('');
  const deliveries = useInfiniteQuery(deliveriesQuery(state));
  return (
    <section aria-label="Webhook deliveries" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <StateFilter states={DELIVERY_STATES} labels={LABELS} value={state} onValue={setState} />
        <p className="max-w-xl text-sm text-muted">
          Receivers and their secret are the server's settings <code className="font-mono text-xs">WEBHOOK_URLS</code> and{' '}
          <code className="font-mono text-xs">WEBHOOK_SECRET</code>.
        </p>
      </div>
      <PagedList asked={deliveries} label="Deliveries" trouble="The deliveries could not be loaded" empty={<NoDeliveries narrowed={state !== ''} />}>
        {(delivery) => <DeliveryLine key={delivery.id} delivery={delivery} />}
      </PagedList>
    </section>
  );
}

function NoDeliveries({ narrowed }: { narrowed: boolean }) {
  return (
    <Message icon={Webhook} title={narrowed ? 'There is no such delivery' : 'Nobody was told anything yet'}>
      When a job ends, its number and its document's go to every receiver. They hold no word of the document.
    </Message>
  );
}

function DeliveryLine({ delivery }: { delivery: Delivery }) {
  const retry = useRetryDelivery(delivery.id);
  return (
    <li data-delivery={delivery.id} className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(12rem,1fr)_auto_10rem] md:items-center md:px-6">
      <span className="min-w-0">
        <span className="block font-medium break-all">{delivery.receiver}</span>
        <span className="block text-sm text-muted">
          <code className="font-mono text-xs">{delivery.event}</code>
          {' · '}
          <Link href={`/documents/${delivery.document_id}`} className="text-accent underline">
            document {delivery.document_id}
          </Link>
          {` · job ${delivery.job_id} · `}
          <time dateTime={delivery.created_at}>{formatMoment(delivery.created_at)}</time>
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
        {`${plural(delivery.attempts, 'attempt')}, ${delivery.status === null ? 'no answer' : `answered ${delivery.status}`}`}
        <Badge tone={TONES[delivery.state]}>{LABELS[delivery.state]}</Badge>
      </span>
      <span className="flex flex-col gap-1 md:items-end">
        {delivery.state === 'failed' && (
          <Button size="sm" className="self-start md:self-end" disabled={retry.isPending} onClick={() => retry.mutate()} aria-label={`Tell again: delivery ${delivery.id}`}>
            Tell again
          </Button>
        )}
        {retry.isError && (
          <span role="alert" className="text-sm text-high">
            {sentenceOf(retry.error)}
          </span>
        )}
      </span>
    </li>
  );
}

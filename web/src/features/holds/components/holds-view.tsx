import { useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { Link } from 'wouter';
import { ErrorMessage, Message } from '@/components/message';
import { Skeleton } from '@/components/ui/skeleton';
import { holdsQuery } from '../api/holds';
import { HoldWords } from './hold-words';
import { LiftHold } from './lift-hold';

/** Every document that must not be deleted. */
export function HoldsView() {
  const holds = useQuery(holdsQuery);
  return (
    <section aria-label="Legal holds" className="flex flex-col gap-4">
      {holds.isPending ? (
        <Skeleton className="h-48 rounded-2xl" />
      ) : !holds.data ? (
        <ErrorMessage error={holds.error} onRetry={() => holds.refetch()} title="The holds could not be loaded" />
      ) : holds.data.length === 0 ? (
        <Message icon={Scale} title="No document is held">
          A hold keeps a document from being deleted, by anybody and by the retention policy. It is placed on the document's page.
        </Message>
      ) : (
        <ul aria-label="Holds" className="divide-y overflow-hidden rounded-2xl border bg-surface">
          {holds.data.map((hold) => (
            <li key={hold.document_id} data-hold={hold.document_id} className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[10rem_1fr_auto] md:items-center md:px-6">
              <Link href={`/documents/${hold.document_id}`} className="font-medium text-accent hover:underline">
                Document {hold.document_id}
              </Link>
              <span className="min-w-0">
                <HoldWords hold={hold} />
              </span>
              <span>
                <LiftHold hold={hold} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

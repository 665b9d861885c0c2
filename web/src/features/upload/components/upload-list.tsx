import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import { Link } from 'wouter';
import { Button } from '@/components/ui/button';
import { fileSize, percent, plural } from '@/lib/format';
import { isFinished, type UploadItem } from '../upload-queue';

type UploadListProps = { items: readonly UploadItem[]; onRetry: (id: number) => void; onClear: () => void };

export function UploadList({ items, onRetry, onClear }: UploadListProps) {
  if (items.length === 0) return null;
  const finished = items.filter(isFinished).length;
  return (
    <section aria-label="Uploads" className="rounded-2xl border bg-surface">
      <div className="flex min-h-12 items-center justify-between gap-4 border-b px-5 py-1.5">
        <p className="text-sm font-medium" aria-live="polite">
          {finished === items.length
            ? `${plural(items.length, 'file')} finished`
            : `${finished} of ${plural(items.length, 'file')} finished`}
        </p>
        {finished > 0 && (
          <Button variant="ghost" size="sm" onClick={onClear}>
            Clear finished
          </Button>
        )}
      </div>
      <ul className="relative max-h-72 divide-y overflow-y-auto">
        {items.map((item) => (
          <UploadRow key={item.id} item={item} onRetry={onRetry} />
        ))}
      </ul>
    </section>
  );
}

function UploadRow({ item, onRetry }: { item: UploadItem; onRetry: (id: number) => void }) {
  return (
    <li className="grid grid-cols-[1.25rem_1fr_auto] items-center gap-x-3 gap-y-1 px-5 py-2.5" data-upload-state={item.state}>
      <StateIcon item={item} />
      <span className="min-w-0 truncate">
        {item.name} <span className="ml-1 text-sm text-muted">{fileSize(item.size)}</span>
      </span>
      <span className="text-sm text-muted tabular-nums">
        {item.state === 'done' && item.documentId !== null ? (
          <Link href={`/documents/${item.documentId}`} className="font-medium text-accent hover:underline">
            Open<span className="sr-only"> {item.name}</span>
          </Link>
        ) : item.state === 'failed' ? (
          <Button size="sm" variant="ghost" onClick={() => onRetry(item.id)}>
            Try again<span className="sr-only"> {item.name}</span>
          </Button>
        ) : (
          stateWord(item)
        )}
      </span>
      {item.state === 'sending' && (
        <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="col-span-2 col-start-2 h-1 w-full rounded-full">
          <rect width="100" height="4" className="fill-line" />
          <rect width={item.sent * 100} height="4" className="fill-accent" />
        </svg>
      )}
      {item.state === 'failed' && <p className="col-start-2 text-sm text-high">{item.message}</p>}
      {item.sameContentAs !== null && (
        <p className="col-start-2 text-sm text-muted">
          Same content as{' '}
          <Link href={`/documents/${item.sameContentAs}`} className="text-accent underline">
            document {item.sameContentAs}
          </Link>
        </p>
      )}
    </li>
  );
}

function StateIcon({ item }: { item: UploadItem }) {
  if (item.state === 'done') return <CircleCheck aria-hidden className="size-5 text-good" strokeWidth={1.75} />;
  if (item.state === 'failed') return <CircleAlert aria-hidden className="size-5 text-high" strokeWidth={1.75} />;
  if (item.state === 'waiting') return <span aria-hidden className="mx-auto size-2 rounded-full bg-line-strong" />;
  return <LoaderCircle aria-hidden className="size-5 animate-spin text-accent" strokeWidth={1.75} />;
}

function stateWord(item: UploadItem): string {
  switch (item.state) {
    case 'waiting':
      return 'Waiting';
    case 'sending':
      return `Sending ${percent(item.sent)}`;
    case 'queued':
      return 'In the queue';
    default:
      return 'Reading';
  }
}

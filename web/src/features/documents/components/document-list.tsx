import { Link } from 'wouter';
import type { DocumentItem } from '@/api/types.gen';
import { TypeBadge } from '@/components/type-badge';
import { Badge } from '@/components/ui/badge';
import { formatDay, formatTime, percent, plural } from '@/lib/format';
import { StateBadge } from './state-badge';

const COLUMNS = 'md:grid-cols-[minmax(10rem,1fr)_13rem_6rem_5rem_11rem] md:gap-x-6';

const LOW_CONFIDENCE = 0.6;

/** One line a document; on a phone, two. Each is one link, so that the whole line can be clicked. */
export function DocumentList({ rows }: { rows: readonly DocumentItem[] }) {
  return (
    <div className="overflow-hidden rounded-2xl border bg-surface">
      <div aria-hidden className={`hidden border-b px-6 py-2.5 text-xs font-medium text-muted md:grid ${COLUMNS}`}>
        <span>Document</span>
        <span>Type</span>
        <span>Confidence</span>
        <span>Codes</span>
        <span>Uploaded</span>
      </div>
      <ul className="divide-y">
        {rows.map((row) => (
          <DocumentLine key={row.id} row={row} />
        ))}
      </ul>
    </div>
  );
}

function DocumentLine({ row }: { row: DocumentItem }) {
  return (
    <li>
      <Link
        href={`/documents/${row.id}`}
        className={`grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-sunken/60 focus-visible:outline-offset-[-2px] md:px-6 ${COLUMNS}`}
      >
        <span className="min-w-0 truncate font-medium" title={row.original_filename}>
          {row.original_filename}
        </span>
        <time dateTime={row.created_at} className="text-right text-sm text-muted tabular-nums md:order-last md:text-left">
          {formatDay(row.created_at)}
          <span className="hidden md:inline">, {formatTime(row.created_at)}</span>
        </time>
        <span className="flex min-w-0 items-center gap-3">
          {row.document_type && <TypeBadge type={row.document_type} />}
          <StateBadge state={row.state} />
        </span>
        <span className="hidden text-sm text-muted tabular-nums md:block">{row.confidence !== null && <Sureness value={row.confidence} />}</span>
        <span className="text-right text-sm text-muted tabular-nums md:text-left">
          {row.codes_count ? plural(row.codes_count, 'code') : row.state === 'processed' && 'No codes'}
        </span>
        {row.failure && <span className="order-last col-span-full text-sm text-high">{row.failure.detail}</span>}
      </Link>
    </li>
  );
}

/** A number where all is well; a mark where a person should look. */
function Sureness({ value }: { value: number }) {
  return value < LOW_CONFIDENCE ? <Badge tone="warn">{percent(value)}</Badge> : percent(value);
}

import { Link } from 'wouter';
import type { DocumentItem } from '@/api/types.gen';
import { Confidence } from '@/components/confidence';
import { TypeBadge } from '@/components/type-badge';
import { formatDay, formatTime, plural } from '@/lib/format';
import { StateBadge } from './state-badge';

const COLUMNS = 'md:grid md:grid-cols-[minmax(12rem,1fr)_minmax(19rem,auto)_6rem_9.5rem] md:items-center md:gap-6';

/** One line a document; on a phone, two. Each is one link, so that the whole line can be clicked. */
export function DocumentList({ rows }: { rows: readonly DocumentItem[] }) {
  return (
    <div className="overflow-hidden rounded-2xl border bg-surface">
      <div aria-hidden className={`hidden border-b px-6 py-2.5 text-xs font-medium text-muted ${COLUMNS}`}>
        <span>Document</span>
        <span>Type</span>
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
        className={`flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 hover:bg-sunken/60 focus-visible:outline-offset-[-2px] md:px-6 ${COLUMNS}`}
      >
        <span className="w-full min-w-0 truncate font-medium md:w-auto" title={row.original_filename}>
          {row.original_filename}
        </span>
        <span className="flex min-w-0 items-center gap-4">
          {row.document_type && <TypeBadge type={row.document_type} />}
          {row.document_type && row.confidence !== null && <Confidence value={row.confidence} className="hidden lg:inline-flex" />}
          <StateBadge state={row.state} />
        </span>
        <span className="text-sm text-muted tabular-nums">
          {row.state === 'processed' && row.codes_count !== null && plural(row.codes_count, 'code')}
        </span>
        <time dateTime={row.created_at} className="ml-auto text-sm text-muted tabular-nums md:ml-0">
          {formatDay(row.created_at)} <span className="hidden sm:inline">{formatTime(row.created_at)}</span>
        </time>
        {row.failure && <span className="col-span-full text-sm text-high">{row.failure.detail}</span>}
      </Link>
    </li>
  );
}

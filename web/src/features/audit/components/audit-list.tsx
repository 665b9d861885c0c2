import type { AuditEvent } from '@/api/types.gen';
import { Badge } from '@/components/ui/badge';
import { formatDay, formatTime } from '@/lib/format';
import { Shown } from './shown';

/** One row a line: when, who, what, and the reason of an emergency. */
export function AuditList({ events }: { events: readonly AuditEvent[] }) {
  return (
    <ol className="divide-y overflow-hidden rounded-2xl border bg-surface">
      {events.map((event) => (
        <AuditLine key={event.seq} event={event} />
      ))}
    </ol>
  );
}

function AuditLine({ event }: { event: AuditEvent }) {
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 px-4 py-2.5 text-sm md:grid-cols-[11rem_10rem_minmax(0,1fr)_auto] md:px-6">
      <time dateTime={event.at} className="text-muted tabular-nums">
        {formatDay(event.at)}, {formatTime(event.at)}
      </time>
      <span className="truncate font-medium max-md:order-first max-md:col-span-2" title={event.actor}>
        {event.actor || 'unknown'}
      </span>
      <span className="min-w-0 max-md:order-last max-md:col-span-2">
        <span className="font-medium">{event.action.replace('_', ' ')}</span>{' '}
        <span className="text-muted break-words">
          {[event.document_id === null ? '' : `document ${event.document_id}`, event.detail ?? '', event.route].filter(Boolean).join(' · ')}
        </span>
        {event.reason !== null && <span className="mt-1 block text-high">Emergency: {event.reason}</span>}
      </span>
      <span className="flex items-start justify-end gap-2">
        {event.outcome === 'denied' && <Badge tone="warn">denied</Badge>}
        {event.shown_sha256 !== null && <Shown seq={event.seq} />}
        <span className="text-muted tabular-nums">#{event.seq}</span>
      </span>
    </li>
  );
}

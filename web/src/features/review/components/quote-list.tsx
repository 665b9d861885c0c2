import type { EvidenceSpan } from '@/api/types.gen';
import { plural } from '@/lib/format';
import type { Select } from '../use-selection';

type QuoteListProps = { of: string; spans: readonly EvidenceSpan[]; paged: boolean; onSelect: Select };

/** The words an answer rests on; each leads to its place. */
export function QuoteList({ of, spans, paged, onSelect }: QuoteListProps) {
  if (spans.length === 0) return <p className="text-sm text-muted">No words of the document spoke for it.</p>;
  return (
    <ul aria-label={plural(spans.length, 'quote')} className="flex flex-col gap-1">
      {spans.map((span, i) => (
        <li key={`${span.start}-${span.end}`}>
          <button
            type="button"
            onClick={() => onSelect(of, i)}
            className="w-full rounded-md border-l-2 border-mark-code-line bg-mark-code/60 py-1 pr-2 pl-3 text-left text-sm hover:bg-mark-code"
          >
            <q className="break-words whitespace-pre-line">{span.quote}</q>
            {paged && <span className="ml-2 text-xs whitespace-nowrap text-muted">page {span.page}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

import type { CostDay } from '@/api/types.gen';
import { dollars, formatCalendarDate, grouped } from '@/lib/format';

const HEADS = ['Documents', 'Calls', 'Tokens in', 'From the cache', 'Tokens out', 'US dollars'];

/** Day by day and model by model, the newest first. */
export function CostTable({ days }: { days: readonly CostDay[] }) {
  return (
    // Focusable, so that a keyboard can scroll it on a narrow screen.
    <div tabIndex={0} role="region" aria-label="Costs by day" className="overflow-x-auto rounded-2xl border bg-surface">
      <table className="w-full text-sm tabular-nums">
        <thead className="border-b text-left text-muted">
          <tr>
            <th scope="col" className="px-4 py-2.5 font-medium">Day</th>
            <th scope="col" className="px-4 py-2.5 font-medium">Model</th>
            {HEADS.map((head) => (
              <th key={head} scope="col" className="px-4 py-2.5 text-right font-medium whitespace-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={`${day.day} ${day.model}`} className="border-b last:border-b-0">
              <th scope="row" className="px-4 py-2.5 text-left font-normal whitespace-nowrap">{formatCalendarDate(day.day)}</th>
              <td className="px-4 py-2.5 whitespace-nowrap">{day.model}</td>
              <Cell>{grouped(day.documents)}</Cell>
              <Cell>
                {grouped(day.calls)}
                {day.estimated_calls > 0 && <span className="text-muted"> ({grouped(day.estimated_calls)} estimated)</span>}
              </Cell>
              <Cell>{grouped(day.input_tokens + day.cache_write_tokens)}</Cell>
              <Cell>{grouped(day.cache_read_tokens)}</Cell>
              <Cell>{grouped(day.output_tokens)}</Cell>
              <Cell>{dollars(day.micro_dollars)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ children }: { children: React.ReactNode }) {
  return <td className="px-4 py-2.5 text-right whitespace-nowrap">{children}</td>;
}

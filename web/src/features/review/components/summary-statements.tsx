import { Quote } from 'lucide-react';
import type { SummaryStatement } from '@/api/types.gen';
import { cn } from '@/lib/cn';
import type { Select } from '../use-selection';

type SummaryStatementsProps = {
  statements: readonly SummaryStatement[];
  selectedKey: string;
  paged: boolean;
  onSelect: Select;
};

/** The summary, sentence by sentence; each leads to the words that prove it. */
export function SummaryStatements({ statements, selectedKey, paged, onSelect }: SummaryStatementsProps) {
  if (statements.length === 0) {
    return <p className="text-muted">The document says nothing that could be summarised.</p>;
  }
  return (
    <ul className="flex flex-col ">
      {statements.map((statement, i) => {
        const key = `s${i}`;
        const selected = selectedKey === key;
        return (
          <li key={key} data-answer={key}>
            <button
              type="button"
              aria-pressed={selected}
              onClick={() => onSelect(key)}
              className={cn(
                'group -mx-3 grid w-[calc(100%+1.5rem)] grid-cols-[1fr_auto] gap-3 rounded-lg px-3 py-1.5 text-left text-[1.0625rem] leading-normal hover:bg-sunken/70',
                selected && 'bg-accent-soft hover:bg-accent-soft',
              )}
            >
              <span className="break-words">{statement.text}</span>
              <span className="mt-0.5 flex h-6 items-center gap-1 text-xs text-muted tabular-nums group-hover:text-accent">
                {paged && `p. ${[...new Set(statement.evidence_spans.map((span) => span.page))].join(', ')}`}
                <Quote aria-hidden className="size-3.5" />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

import { useState } from 'react';
import type { EvalTestResult } from '@/api/types.gen';
import { Disclosure } from '@/components/ui/disclosure';
import { cn } from '@/lib/cn';
import { typeLabel } from '@/lib/document-types';
import { score } from '@/lib/format';
import { codeDifference } from '../eval-figures';

/** Every document of the evaluation, the least right first, with what was missed and what was too much. */
export function ItemList({ items }: { items: readonly EvalTestResult[] }) {
  const [onlyWrong, setOnlyWrong] = useState(true);
  const wrong = items.filter((item) => item.metrics.f1 < 1);
  const shown = (onlyWrong ? wrong : [...items]).toSorted((a, b) => a.metrics.f1 - b.metrics.f1);
  return (
    <section aria-labelledby="eval-items">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="eval-items" className="text-lg font-semibold">
          Document by document
        </h2>
        <label className="flex items-center gap-2 text-sm text-muted">
          <input type="checkbox" className="size-4 accent-accent" checked={onlyWrong} onChange={() => setOnlyWrong(!onlyWrong)} />
          Only those not fully right ({wrong.length})
        </label>
      </div>
      <ul className="divide-y overflow-hidden rounded-2xl border bg-surface">
        {shown.map((item) => (
          <Item key={item.id} item={item} />
        ))}
        {shown.length === 0 && <li className="p-6 text-center text-muted">Every document is fully right.</li>}
      </ul>
    </section>
  );
}

function Item({ item }: { item: EvalTestResult }) {
  const { right, missed, extra } = codeDifference(item);
  return (
    <li className="px-5 py-3">
      <Disclosure
        className="[&_button]:text-ink"
        label={
          <span className="flex grow flex-wrap items-center gap-x-4 gap-y-1">
            <span className="font-mono text-xs text-muted">{item.id}</span>
            <span className="min-w-36 font-normal">{typeLabel(item.document_type)}</span>
            <span className="flex grow flex-wrap gap-1.5">
              <Codes codes={right} label="right" className="bg-good-soft text-good" />
              <Codes codes={missed} label="missed" className="border border-dashed border-high text-high" />
              <Codes codes={extra} label="too much" className="bg-high-soft text-high line-through" />
            </span>
            <span className="tabular-nums">{score(item.metrics.f1)}</span>
          </span>
        }
      >
        <div className="grid gap-4 pt-2 pb-1 pl-6 text-sm md:grid-cols-2">
          <p className="whitespace-pre-line text-muted">{item.query}</p>
          <p>{item.generated_summary || 'No summary.'}</p>
        </div>
      </Disclosure>
    </li>
  );
}

function Codes({ codes, label, className }: { codes: string[]; label: string; className: string }) {
  return codes.map((code) => (
    <span key={code} className={cn('rounded px-1.5 font-mono text-xs leading-5', className)}>
      {code}
      <span className="sr-only">, {label}</span>
    </span>
  ));
}

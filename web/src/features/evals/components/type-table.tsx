import { TypeBadge } from '@/components/type-badge';
import { score } from '@/lib/format';
import type { TypeFigures } from '../eval-figures';

/** Figures per document type, the F1 drawn beside its number. */
export function TypeTable({ rows }: { rows: readonly TypeFigures[] }) {
  return (
    <div className="relative overflow-x-auto rounded-2xl border bg-surface" tabIndex={0} role="region" aria-label="Figures by document type">
      <table className="w-full text-sm tabular-nums">
        <thead className="text-left text-xs text-muted">
          <tr className="border-b [&_th]:px-4 [&_th]:py-2.5 [&_th]:font-medium">
            <th scope="col">Type</th>
            <th scope="col" className="text-right">
              Documents
            </th>
            <th scope="col" className="text-right">
              Codes
            </th>
            <th scope="col" className="text-right">
              Precision
            </th>
            <th scope="col" className="text-right">
              Recall
            </th>
            <th scope="col">F1</th>
            <th scope="col" className="text-right">
              Summary
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {rows.map((row) => (
            <tr key={row.type} className="[&_td]:px-4 [&_td]:py-2.5">
              <th scope="row" className="px-4 py-2.5 text-left">
                <TypeBadge type={row.type} />
              </th>
              <td className="text-right">{row.items}</td>
              <td className="text-right">{row.codes}</td>
              <td className="text-right">{score(row.precision)}</td>
              <td className="text-right">{score(row.recall)}</td>
              <td className="w-1/4 min-w-40">
                <span className="flex items-center gap-3">
                  <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 grow rounded-sm">
                    <rect width="100" height="8" className="fill-sunken" />
                    <rect width={row.f1 * 100} height="8" className="fill-accent" />
                  </svg>
                  {score(row.f1)}
                </span>
              </td>
              <td className="text-right">{score(row.coverage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

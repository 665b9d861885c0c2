import { useQuery } from '@tanstack/react-query';
import { ArrowRight, Minus, PencilLine, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { sentenceOf } from '@/components/message';
import { Skeleton } from '@/components/ui/skeleton';
import { typeLabel } from '@/lib/document-types';
import { comparisonQuery } from '../api/versions';
import { codeDifference, isAlike, labDifference, sameParts } from '../version-words';

type ComparisonViewProps = { id: number; from: number; to: number };

/** What the second run says otherwise than the first. */
export function ComparisonView({ id, from, to }: ComparisonViewProps) {
  const { data, error } = useQuery(comparisonQuery(id, from, to));
  if (error) {
    return (
      <p role="alert" className="text-high">
        {sentenceOf(error)}
      </p>
    );
  }
  if (!data) return <Skeleton className="h-24" />;
  const { document_type: type, codes, lab_results: labs, summary } = data;
  return (
    <div className="flex flex-col gap-4" data-comparison={`${from}-${to}`}>
      {isAlike(data) && <p>Both runs say the same.</p>}
      {type.changed && (
        <p className="flex flex-wrap items-center gap-2">
          {typeLabel(type.from)} <ArrowRight aria-label="became" role="img" className="size-4 text-muted" /> {typeLabel(type.to)}
        </p>
      )}
      <Changes title="Codes">
        {codes.map((change) => (
          <Change key={`${change.change} ${change.code}`} change={change.change} note={codeDifference(change)}>
            <span className="font-mono font-semibold">{change.code}</span> {(change.to ?? change.from)?.description}
          </Change>
        ))}
      </Changes>
      <Changes title="Lab values">
        {labs.map((change, i) => (
          // oxlint-disable-next-line no-array-index-key -- two values of one name are told apart by their place alone
          <Change key={`${change.change} ${change.name} ${i}`} change={change.change} note={labDifference(change)}>
            {change.name}
          </Change>
        ))}
      </Changes>
      <Changes title="Summary">
        {summary.map(({ change, statement }) => (
          <Change key={`${change} ${statement.text}`} change={change}>
            {statement.text}
          </Change>
        ))}
      </Changes>
      <p className="text-sm text-muted">{sameParts(data)}</p>
    </div>
  );
}

function Changes({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="flex flex-col gap-1">{children}</ul>
    </section>
  );
}

const KINDS = {
  added: { icon: Plus, word: 'Added', tone: 'text-good' },
  removed: { icon: Minus, word: 'Removed', tone: 'text-high' },
  changed: { icon: PencilLine, word: 'Changed', tone: 'text-warn' },
} as const;

type ChangeProps = { change: keyof typeof KINDS; note?: string; children: ReactNode };

/** Sign and word besides the colour: nobody has to tell green from red. */
function Change({ change, note, children }: ChangeProps) {
  const { icon: Icon, word, tone } = KINDS[change];
  return (
    <li data-change={change} className="flex items-start gap-2 text-sm">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
      <span className="min-w-0 break-words">
        <span className="sr-only">{word}: </span>
        {children}
        {note && <span className="text-muted"> ({note})</span>}
      </span>
    </li>
  );
}

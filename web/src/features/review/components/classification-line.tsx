import { useState } from 'react';
import type { AnalysisResults } from '@/api/types.gen';
import { Confidence } from '@/components/confidence';
import { Disclosure } from '@/components/ui/disclosure';
import { typeLabel } from '@/lib/document-types';
import { formatCalendarDate, plural } from '@/lib/format';
import type { Select } from '../use-selection';
import { QuoteList } from './quote-list';

type ClassificationLineProps = { results: AnalysisResults; paged: boolean; onSelect: Select };

/** What the document is, how sure that is, and, unfolded, why. */
export function ClassificationLine({ results, paged, onSelect }: ClassificationLineProps) {
  const [open, setOpen] = useState(false);
  const { classification, encounter } = results;
  const facts = [
    encounter.class && capital(encounter.class),
    encounter.date_of_service && formatCalendarDate(encounter.date_of_service),
    plural(results.pages, 'page'),
  ].filter(Boolean);
  return (
    <section aria-label="Classification" className="flex flex-col gap-0.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="text-2xl font-semibold tracking-tight">{typeLabel(classification.document_type)}</p>
        <Confidence value={classification.confidence} />
      </div>
      <p className="text-muted">{facts.join(' · ')}</p>
      <Disclosure label="Why this type" open={open} onOpenChange={setOpen} className="mt-1">
        <div className="flex flex-col gap-2 pt-1 pb-2">
          <p className="text-sm">{classification.rationale}</p>
          {classification.evidence_spans.length > 0 && (
            <QuoteList of="t0" spans={classification.evidence_spans} paged={paged} onSelect={onSelect} />
          )}
        </div>
      </Disclosure>
    </section>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

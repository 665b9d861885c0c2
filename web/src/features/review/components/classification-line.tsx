import { useState } from 'react';
import type { AnalysisResults } from '@/api/types.gen';
import { Confidence } from '@/components/confidence';
import { TypeBadge } from '@/components/type-badge';
import { Disclosure } from '@/components/ui/disclosure';
import { formatCalendarDate, plural } from '@/lib/format';
import type { Select } from '../use-selection';
import { QuoteList } from './quote-list';

type ClassificationLineProps = { results: AnalysisResults; paged: boolean; onSelect: Select };

/** What the document is, how sure that is, and, unfolded, why. */
export function ClassificationLine({ results, paged, onSelect }: ClassificationLineProps) {
  const [open, setOpen] = useState(false);
  const { classification, encounter } = results;
  const facts = [
    encounter.class,
    encounter.date_of_service && formatCalendarDate(encounter.date_of_service),
    plural(results.pages, 'page'),
    `ICD-10-CM ${results.terminology_release}`,
    `engine ${results.engine}`,
  ].filter(Boolean);
  return (
    <section aria-label="Classification" className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <TypeBadge type={classification.document_type} />
        <Confidence value={classification.confidence} />
      </div>
      <p className="text-sm text-muted">{facts.join(' · ')}</p>
      <Disclosure label="Why this type" open={open} onOpenChange={setOpen}>
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

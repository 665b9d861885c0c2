import { addedItems } from '../../coder-review';
import { useCoderReview } from '../../use-coder-review';
import type { Select } from '../../use-selection';
import { Answer } from '../answer';
import { CodeNotes } from '../code-notes';
import { QuoteList } from '../quote-list';
import { SequenceBadge } from './sequence-badge';
import { VerdictBadge } from './verdict-badge';
import { VerdictLine } from './verdict-line';

type AddedCodesProps = { selectedKey: string; paged: boolean; onSelect: Select };

/** Codes that the engine missed and a coder added. */
export function AddedCodes({ selectedKey, paged, onSelect }: AddedCodesProps) {
  const { review } = useCoderReview();
  const added = addedItems(review);
  if (added.length === 0) return null;
  return (
    <ul aria-label="Added codes" className="flex flex-col gap-2">
      {added.map((item) => (
        <Answer
          key={item.item}
          answerKey={item.item}
          selected={selectedKey === item.item}
          onSelect={() => onSelect(item.item)}
          label={
            <span className="flex flex-col gap-0.5">
              <span className="flex flex-wrap items-center gap-2.5">
                <span className="font-mono text-base font-semibold">{item.code}</span>
                <SequenceBadge sequence={item.sequence} />
                <VerdictBadge item={item} />
              </span>
              <span className="font-medium">{item.description}</span>
            </span>
          }
        >
          <VerdictLine item={item} />
          <QuoteList of={item.item} spans={item.evidence_spans} paged={paged} onSelect={onSelect} />
          <CodeNotes code={item.code} />
        </Answer>
      ))}
    </ul>
  );
}

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { AnalysisResults } from '@/api/types.gen';
import { Button } from '@/components/ui/button';

type SelectionBarProps = { results: AnalysisResults; selectedKey: string; onOpen: () => void; onStep: (step: 1 | -1) => void };

/** Under the text on a narrow screen: which answer is lit, the way to its card, and to the next. */
export function SelectionBar({ results, selectedKey, onOpen, onStep }: SelectionBarProps) {
  const label = labelOf(results, selectedKey);
  if (!label) return null;
  return (
    <div className="flex items-center gap-1 border-t bg-surface py-2 pr-2 pl-4">
      <button type="button" onClick={onOpen} className="min-w-0 grow py-1.5 text-left" aria-label={`Show ${label} among the answers`}>
        <span className="line-clamp-2 text-sm font-medium">{label}</span>
      </button>
      <Button variant="ghost" size="icon" aria-label="Previous" onClick={() => onStep(-1)}>
        <ChevronLeft aria-hidden />
      </Button>
      <Button variant="ghost" size="icon" aria-label="Next" onClick={() => onStep(1)}>
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}

const named = (code?: { code: string; description: string }) => code && `${code.code} ${code.description}`;

function labelOf({ codes, lab_results: labs, summary, classification, findings }: AnalysisResults, key: string): string | undefined {
  const at = Number(key.slice(1));
  const lab = labs[at];
  switch (key.charAt(0)) {
    case 'c':
      return named(codes.codes[at]);
    case 'r':
      return named(codes.rejected_codes[at]);
    case 'l':
      return lab && `${lab.name} ${lab.comparator}${lab.value_text} ${lab.unit}`;
    case 's':
      return summary.statements[at]?.text;
    case 't':
      return classification.rationale;
    case 'f':
      return findings[at]?.message;
    default:
      return undefined;
  }
}

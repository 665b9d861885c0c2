import type { Code } from '@/api/types.gen';
import { Confidence } from '@/components/confidence';
import { Badge } from '@/components/ui/badge';
import { plural } from '@/lib/format';
import type { Select } from '../use-selection';
import { Answer } from './answer';
import { CodeNotes } from './code-notes';
import { QuoteList } from './quote-list';

type CodeCardProps = { code: Code; answerKey: string; selected: boolean; paged: boolean; onSelect: Select };

export function CodeCard({ code, answerKey, selected, paged, onSelect }: CodeCardProps) {
  return (
    <Answer
      answerKey={answerKey}
      selected={selected}
      onSelect={() => onSelect(answerKey)}
      label={
        <span className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-0.5">
          <span className="flex flex-wrap items-center gap-2.5">
            <span className="font-mono text-base font-semibold">{code.code}</span>
            {code.first_listed && <Badge tone="accent">First listed</Badge>}
            {code.status === 'suggested' && (
              <Badge tone="warn" title="An abnormal finding that a provider has to confirm first">
                To confirm
              </Badge>
            )}
          </span>
          <Confidence value={code.confidence} />
          <span className="col-span-2 font-medium">{code.description}</span>
          {!selected && (
            <span className="col-span-2 truncate text-sm text-muted">
              {code.evidence[0]}
              {code.evidence.length > 1 && ` and ${plural(code.evidence.length - 1, 'more quote')}`}
            </span>
          )}
        </span>
      }
    >
      <p className="text-sm">{code.rationale}</p>
      <QuoteList of={answerKey} spans={code.evidence_spans} paged={paged} onSelect={onSelect} />
      {code.rules.length > 0 && <RuleIds rules={code.rules} />}
      <CodeNotes code={code.code} />
    </Answer>
  );
}

export function RuleIds({ rules }: { rules: readonly string[] }) {
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-xs text-muted">
      {rules.length === 1 ? 'Rule' : 'Rules'}
      {rules.map((rule) => (
        <code key={rule} className="rounded bg-sunken px-1.5 py-0.5 font-mono">
          {rule}
        </code>
      ))}
    </p>
  );
}

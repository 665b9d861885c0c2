import type { Code, ReviewItem } from '@/api/types.gen';
import { Confidence } from '@/components/confidence';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/lib/cn';
import { plural } from '@/lib/format';
import type { Select } from '../use-selection';
import { Answer } from './answer';
import { CodeNotes } from './code-notes';
import { ConflictsOfCode } from './coder/code-conflicts';
import { SequenceBadge } from './coder/sequence-badge';
import { VerdictBadge } from './coder/verdict-badge';
import { VerdictLine } from './coder/verdict-line';
import { QuoteList } from './quote-list';

type CodeCardProps = {
  code: Code;
  /** What the review makes of it; undefined until that is known. */
  item: ReviewItem | undefined;
  answerKey: string;
  selected: boolean;
  paged: boolean;
  onSelect: Select;
  onAccept: () => void;
};

export function CodeCard({ code, item, answerKey, selected, paged, onSelect, onAccept }: CodeCardProps) {
  const shown = item ?? code;
  const struck = item?.verdict === 'rejected';
  return (
    <Answer
      answerKey={answerKey}
      selected={selected}
      onSelect={() => onSelect(answerKey)}
      label={
        <span className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-0.5">
          <span className="flex flex-wrap items-center gap-2.5">
            <span className={cn('font-mono text-base font-semibold', struck && 'text-muted line-through')}>{shown.code}</span>
            {shown.code !== code.code && (
              <span className="font-mono text-sm text-muted">
                <span className="sr-only">instead of </span>
                <s>{code.code}</s>
              </span>
            )}
            <SequenceBadge sequence={item ? item.sequence : code.first_listed ? 1 : null} />
            <VerdictBadge item={item} />
            {code.status === 'suggested' && (
              <Badge tone="warn" title="An abnormal finding that a provider has to confirm first">
                To confirm
              </Badge>
            )}
          </span>
          <Confidence value={code.confidence} />
          <span className={cn('col-span-2 font-medium', struck && 'text-muted')}>{shown.description}</span>
          {!selected && (
            <span className="col-span-2 truncate text-sm text-muted">
              {shown.evidence[0]}
              {shown.evidence.length > 1 && ` and ${plural(shown.evidence.length - 1, 'more quote')}`}
            </span>
          )}
        </span>
      }
    >
      {item && item.sequence !== null && <ConflictsOfCode code={item.code} item={item.item} />}
      <VerdictLine item={item} onAccept={onAccept} />
      <p className="text-sm">{code.rationale}</p>
      <QuoteList of={answerKey} spans={shown.evidence_spans} paged={paged} onSelect={onSelect} />
      {code.rules.length > 0 && <RuleIds rules={code.rules} />}
      <CodeNotes key={shown.code} code={shown.code} />
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

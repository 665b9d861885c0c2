import { useState } from 'react';
import type { RejectedCode } from '@/api/types.gen';
import { Disclosure } from '@/components/ui/disclosure';
import { plural } from '@/lib/format';
import type { Select } from '../use-selection';
import { useCoderReview } from '../use-coder-review';
import { Answer } from './answer';
import { RuleIds } from './code-card';
import { VerdictBadge } from './coder/verdict-badge';
import { VerdictLine } from './coder/verdict-line';
import { QuoteList } from './quote-list';

type RejectedCodesProps = { codes: readonly RejectedCode[]; selectedKey: string; paged: boolean; onSelect: Select };

/** Codes that were considered and refused, folded: a coder may think otherwise. */
export function RejectedCodes({ codes, selectedKey, paged, onSelect }: RejectedCodesProps) {
  const { itemAt } = useCoderReview();
  const [unfolded, setUnfolded] = useState(false);
  if (codes.length === 0) return null;
  const open = unfolded || selectedKey.startsWith('r');
  return (
    <Disclosure
      open={open}
      onOpenChange={(next) => {
        setUnfolded(next);
        if (!next && selectedKey.startsWith('r')) onSelect('');
      }}
      label={`${plural(codes.length, 'code')} considered and not given`}
    >
      <ul className="mt-2 flex flex-col gap-2">
        {codes.map((code, i) => {
          const key = `r${i}`;
          const item = itemAt(key);
          return (
            <Answer
              key={key}
              answerKey={key}
              selected={selectedKey === key}
              onSelect={() => onSelect(key)}
              className="border-dashed bg-transparent"
              label={
                <span className="flex flex-col gap-0.5">
                  <span>
                    <span className="mr-2.5 font-mono font-semibold text-muted">{code.code}</span>
                    {code.description} <VerdictBadge item={item} />
                  </span>
                  <span className="text-sm text-muted">{code.reason}</span>
                </span>
              }
            >
              <VerdictLine item={item} />
              <QuoteList of={key} spans={item?.evidence_spans ?? code.evidence_spans} paged={paged} onSelect={onSelect} />
              <RuleIds rules={[code.rule]} />
            </Answer>
          );
        })}
      </ul>
    </Disclosure>
  );
}

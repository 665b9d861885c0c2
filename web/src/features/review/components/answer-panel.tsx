import { type ReactNode, useId } from 'react';
import type { AnalysisResults } from '@/api/types.gen';
import { Confidence } from '@/components/confidence';
import type { Select } from '../use-selection';
import { ClassificationLine } from './classification-line';
import { CodeCard } from './code-card';
import { Findings } from './findings';
import { LabTable } from './lab-table';
import { RejectedCodes } from './rejected-codes';
import { SummaryStatements } from './summary-statements';

type AnswerPanelProps = { results: AnalysisResults; selectedKey: string; onSelect: Select };

/** Everything that is said of the document, what a reader needs first at the top. */
export function AnswerPanel({ results, selectedKey, onSelect }: AnswerPanelProps) {
  const paged = results.pages > 1;
  const { codes, rejected_codes: rejected } = results.codes;
  const shared = { selectedKey, paged, onSelect };
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <ClassificationLine results={results} paged={paged} onSelect={onSelect} />
        <Findings findings={results.findings} onSelect={onSelect} />
      </div>
      <Part title="Summary" aside={results.summary.statements.length > 0 && <Confidence value={results.summary.confidence} />}>
        <SummaryStatements statements={results.summary.statements} {...shared} />
      </Part>
      <Part title="Codes" count={codes.length}>
        {codes.length === 0 && <p className="text-muted">The document supports no code.</p>}
        <ul className="flex flex-col gap-2">
          {codes.map((code, i) => (
            <CodeCard
              key={code.code}
              code={code}
              answerKey={`c${i}`}
              selected={selectedKey === `c${i}`}
              paged={paged}
              onSelect={onSelect}
            />
          ))}
        </ul>
        <RejectedCodes codes={rejected} {...shared} />
      </Part>
      {results.lab_results.length > 0 && (
        <Part title="Lab values" count={results.lab_results.length}>
          <LabTable labs={results.lab_results} selectedKey={selectedKey} onSelect={onSelect} />
        </Part>
      )}
    </div>
  );
}

type PartProps = { title: string; count?: number; aside?: ReactNode; children: ReactNode };

function Part({ title, count, aside, children }: PartProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-3">
      <div className="flex items-baseline justify-between">
        <h2 id={heading} className="text-lg font-semibold tracking-tight">
          {title}
          {count !== undefined && count > 0 && <span className="ml-2 text-base font-normal text-muted tabular-nums">{count}</span>}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

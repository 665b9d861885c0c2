import { type ReactNode, useId } from 'react';
import type { AnalysisResults } from '@/api/types.gen';
import { Confidence } from '@/components/confidence';
import { useCoderReview } from '../use-coder-review';
import type { Select } from '../use-selection';
import { ClassificationLine } from './classification-line';
import { CodeCard } from './code-card';
import { AddedCodes } from './coder/added-codes';
import { ReviewBar } from './coder/review-bar';
import { CopyCodes } from './copy-codes';
import { CostLine } from './cost-line';
import { Findings } from './findings';
import { LabTable } from './lab-table';
import { RejectedCodes } from './rejected-codes';
import { SummaryStatements } from './summary-statements';

type AnswerPanelProps = { results: AnalysisResults; selectedKey: string; onSelect: Select; onAccept: (key: string) => void };

/** Everything that is said of the document, what a reader needs first at the top. */
export function AnswerPanel({ results, selectedKey, onSelect, onAccept }: AnswerPanelProps) {
  const { review, itemAt } = useCoderReview();
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
      <Part title="Codes" count={codes.length} aside={<CopyCodes codes={review ? review.items.filter(({ sequence }) => sequence !== null) : codes} />}>
        <ReviewBar />
        {codes.length === 0 && <p className="text-muted">The document supports no code.</p>}
        <ul className="flex flex-col gap-2">
          {codes.map((code, i) => (
            <CodeCard
              key={code.code}
              code={code}
              item={itemAt(`c${i}`)}
              answerKey={`c${i}`}
              selected={selectedKey === `c${i}`}
              paged={paged}
              onSelect={onSelect}
              onAccept={() => onAccept(`c${i}`)}
            />
          ))}
        </ul>
        <AddedCodes {...shared} />
        <RejectedCodes codes={rejected} {...shared} />
      </Part>
      {results.lab_results.length > 0 && (
        <Part title="Lab values" count={results.lab_results.length} aside={<OutOfRange labs={results.lab_results} />}>
          <LabTable labs={results.lab_results} selectedKey={selectedKey} onSelect={onSelect} />
        </Part>
      )}
      <div className="flex flex-col gap-1">
        <p className="text-xs text-muted">
          ICD-10-CM {results.terminology_release} · engine {results.engine} {results.engine_version}
        </p>
        <CostLine cost={results.cost} />
      </div>
    </div>
  );
}

function OutOfRange({ labs }: { labs: AnalysisResults['lab_results'] }) {
  const out = labs.filter(({ flag }) => flag !== null && flag !== 'NORMAL').length;
  return <span className="text-sm text-muted">{out === 0 ? 'None out of range' : `${out} out of range`}</span>;
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

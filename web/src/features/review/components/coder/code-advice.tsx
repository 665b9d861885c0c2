import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { CodeDetail } from '@/api/types.gen';
import { sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { codeQuery } from '../../api/document';
import { type Companion, companionsOf, missingOf } from '../../code-advice';
import { useReported } from '../../use-reported';
import { Conflicts } from './code-conflicts';

const ASKS: Record<Companion['kind'], string> = { CODE_FIRST: 'Code first', USE_ADDITIONAL_CODE: 'Use additional code', CODE_ALSO: 'Code also' };

type CodeAdviceProps = {
  code: string;
  /** The line whose place the code would take. */
  except: string | null;
  onChoose: (code: string, billable: boolean) => void;
};

/** What the tabular list says against a code, or asks for beside it, before it is taken. It warns; the coder decides. */
export function CodeAdvice({ code, except, onChoose }: CodeAdviceProps) {
  const { data: detail, error } = useQuery(codeQuery(code, code !== ''));
  if (code === '') return null;
  if (error) {
    return (
      <p role="alert" className="text-sm text-high">
        {`The notes of ${code} could not be loaded. ${sentenceOf(error)}`}
      </p>
    );
  }
  if (!detail) return <Skeleton className="h-10" />;
  return (
    <section aria-label={`Notes on ${detail.code}`} aria-live="polite" className="flex flex-col gap-2">
      <Missing detail={detail} onChoose={onChoose} />
      <Conflicts detail={detail} except={except} />
      <Companions detail={detail} except={except} />
    </section>
  );
}

function Missing({ detail, onChoose }: { detail: CodeDetail; onChoose: CodeAdviceProps['onChoose'] }) {
  const missing = missingOf(detail);
  if (!missing) return null;
  return (
    <div className="flex flex-col gap-2 rounded-lg bg-warn-soft px-3 py-2 text-sm">
      <p className="flex items-start gap-2.5 text-warn">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>{`${detail.code} cannot be reported. ${missing}`}</span>
      </p>
      <ul aria-label={`Codes under ${detail.code}`} className="flex max-h-44 flex-col overflow-y-auto">
        {detail.children.map((child) => (
          <li key={child.code}>
            <Button variant="ghost" size="sm" className="h-auto min-h-8 w-full justify-start py-1 text-left whitespace-normal text-ink" onClick={() => onChoose(child.code, child.billable)}>
              <span className="font-mono font-semibold">{child.code}</span> {child.description}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Companions({ detail, except }: { detail: CodeDetail; except: string | null }) {
  const { reported } = useReported(except);
  const companions = companionsOf(detail, reported);
  if (companions.length === 0) return null;
  return (
    <ul aria-label="Codes that go with it" className="flex max-h-44 flex-col gap-1 overflow-y-auto rounded-lg bg-sunken px-3 py-2 text-sm" tabIndex={-1}>
      {companions.map(({ kind, text, there }) => {
        const Icon = there ? CircleCheck : Info;
        return (
          <li key={`${kind} ${text}`} data-companion={kind} className="flex items-start gap-2.5">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${there ? 'text-good' : 'text-muted'}`} />
            <span className="min-w-0 break-words">
              <span className="font-medium">{ASKS[kind]}:</span> {text}
              {there && <span className="text-good">{` – ${there} is there`}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

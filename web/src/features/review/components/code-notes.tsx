import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CodeDetail } from '@/api/types.gen';
import { sentenceOf } from '@/components/message';
import { Disclosure } from '@/components/ui/disclosure';
import { Skeleton } from '@/components/ui/skeleton';
import { codeQuery } from '../api/document';

const NOTE_NAMES: Record<CodeDetail['notes'][number]['kind'], string> = {
  INCLUSION_TERM: 'Includes',
  INCLUDES: 'Includes',
  EXCLUDES1: 'Excludes1',
  EXCLUDES2: 'Excludes2',
  CODE_FIRST: 'Code first',
  CODE_ALSO: 'Code also',
  USE_ADDITIONAL_CODE: 'Use additional code',
  SEVENTH_CHARACTER: '7th character',
  NOTE: 'Note',
};

/** The code's place in the tabular list and its notes. */
export function CodeNotes({ code }: { code: string }) {
  const [open, setOpen] = useState(false);
  const detail = useQuery(codeQuery(code, open));
  return (
    <Disclosure label="In the tabular list" open={open} onOpenChange={setOpen} className="-mb-1">
      <div className="pt-1 pl-5.5 text-sm">
        {detail.isPending && <Skeleton className="h-10" />}
        {detail.isError && <p className="text-high">{sentenceOf(detail.error)}</p>}
        {detail.data && <Notes detail={detail.data} />}
      </div>
    </Disclosure>
  );
}

function Notes({ detail }: { detail: CodeDetail }) {
  return (
    <>
      <ol className="flex flex-col gap-0.5">
        {detail.path.map((node) => (
          <li key={node.code} className="text-muted last:text-ink">
            <span className="mr-2 font-mono text-xs">{node.code}</span>
            {node.description}
          </li>
        ))}
      </ol>
      {detail.notes.length > 0 && (
        <dl className="mt-3 grid gap-x-3 gap-y-1 sm:grid-cols-[8.5rem_1fr]">
          {detail.notes.map((note) => (
            <div key={`${note.kind} ${note.text}`} className="contents">
              <dt className="font-medium">{NOTE_NAMES[note.kind]}</dt>
              <dd className="text-muted">{note.text}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="mt-3 text-xs text-muted">{detail.terminology_release}</p>
    </>
  );
}

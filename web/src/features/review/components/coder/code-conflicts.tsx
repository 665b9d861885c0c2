import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { CodeDetail } from '@/api/types.gen';
import { codeQuery } from '../../api/document';
import { type Conflict, conflictsOf } from '../../code-advice';
import { useReported } from '../../use-reported';

/** Codes of the review that an Excludes1 note keeps apart from this one. */
export function ConflictsOfCode({ code, item }: { code: string; item: string }) {
  const { data } = useQuery(codeQuery(code, true));
  return data ? <Conflicts detail={data} except={item} /> : null;
}

export function Conflicts({ detail, except }: { detail: CodeDetail; except: string | null }) {
  const { reported, details } = useReported(except);
  const conflicts = conflictsOf(detail, reported, details);
  if (conflicts.length === 0) return null;
  return (
    <ul aria-label="Conflicts" className="flex flex-col gap-1.5">
      {conflicts.map((conflict) => (
        <li key={conflict.code} data-conflict={conflict.code} className="flex items-start gap-2.5 rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 break-words">
            <span className="font-medium">{`Excludes1: not with ${conflict.code}`}</span>
            {`, ${standing(conflict)}. Note at ${conflict.by}: ${conflict.text}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

const standing = ({ decided }: Conflict) => (decided ? 'which was accepted' : 'which is proposed');

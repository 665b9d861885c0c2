import { Info, TriangleAlert } from 'lucide-react';
import type { Finding } from '@/api/types.gen';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/cn';
import type { Select } from '../use-selection';

const SERIOUS = new Set<Finding['code']>(['PARTIAL', 'HIDDEN_TEXT', 'ACTIVE_CONTENT', 'ENCODING', 'ENGINE_FALLBACK']);

/** Trouble with the content. Refused codes have their own place and are not repeated here. */
export function Findings({ findings, onSelect }: { findings: readonly Finding[]; onSelect: Select }) {
  const shown = findings.map((finding, i) => ({ finding, key: `f${i}` })).filter(({ finding }) => finding.code !== 'CODE_REJECTED');
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Findings" className="flex flex-col gap-2">
      {shown.map(({ finding, key }) => {
        const serious = SERIOUS.has(finding.code);
        const Icon = serious ? TriangleAlert : Info;
        return (
          <li
            key={key}
            data-answer={key}
            className={cn('flex items-start gap-2.5 rounded-lg px-3.5 py-2.5 text-sm', serious ? 'bg-warn-soft' : 'bg-sunken')}
          >
            <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', serious ? 'text-warn' : 'text-muted')} />
            <span className="grow">{finding.message}</span>
            {finding.start !== null && finding.end !== null && (
              <Button variant="ghost" size="sm" className="-my-1 h-7" onClick={() => onSelect(key)}>
                Show
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

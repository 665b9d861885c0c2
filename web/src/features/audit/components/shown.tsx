import { useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import type { ShownReply } from '@/api/types.gen';
import { sentenceOf } from '@/components/message';
import { TypeBadge } from '@/components/type-badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { shownQuery } from '../api/audit';

/** What a person saw at that moment, again. Looking leaves a row of its own. */
export function Shown({ seq }: { seq: number }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" size="sm" onClick={() => setOpen(true)} aria-label={`Shown in row ${seq}`}>
        <Eye aria-hidden /> Shown
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`What row ${seq} showed`}>
        <Replay seq={seq} />
        <div className="mt-6 flex justify-end">
          <Button onClick={() => setOpen(false)}>Close</Button>
        </div>
      </Dialog>
    </>
  );
}

function Replay({ seq }: { seq: number }) {
  const shown = useQuery(shownQuery(seq));
  if (shown.isPending) return <p role="status">Loading</p>;
  if (!shown.data) {
    return (
      <p role="alert" className="mt-2 text-sm text-high">
        {sentenceOf(shown.error)}
      </p>
    );
  }
  return <Results shown={shown.data} />;
}

function Results({ shown: { results, unchanged } }: { shown: ShownReply }) {
  if (!results) return <p className="mt-2 text-muted">The document was deleted since.</p>;
  return (
    <div className="mt-3 flex max-h-[60vh] flex-col gap-3 overflow-y-auto text-sm" tabIndex={0} role="region" aria-label="Results">
      <p className={unchanged ? 'text-good' : 'text-high'}>{unchanged ? 'Character by character what was shown.' : 'Not what was shown.'}</p>
      <p>
        <TypeBadge type={results.classification.document_type} />
      </p>
      <ul className="flex flex-col gap-1">
        {results.codes.codes.map((code) => (
          <li key={code.code}>
            <span className="font-mono font-semibold">{code.code}</span> {code.description}
          </li>
        ))}
      </ul>
      <p className="whitespace-pre-wrap">{results.summary.summary}</p>
    </div>
  );
}

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useDeleteDocument } from '../api/delete-document';

type DeleteDocumentProps = { id: number; name: string; onDeleted: () => void };

export function DeleteDocument({ id, name, onDeleted }: DeleteDocumentProps) {
  const [asking, setAsking] = useState(false);
  const deletion = useDeleteDocument(id);
  return (
    <>
      <Button variant="ghost" size="icon" aria-label="Delete document" title="Delete document" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden />
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title="Delete this document?">
        <p className="mt-2 text-muted">
          <span className="font-medium break-words text-ink">{name}</span>, its text and its results will be removed. This cannot be
          undone.
        </p>
        {deletion.isError && (
          <p role="alert" className="mt-3 text-sm text-high">
            {sentenceOf(deletion.error)}
          </p>
        )}
        <div className="mt-6 flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>Keep it</Button>
          <Button variant="danger" disabled={deletion.isPending} onClick={() => deletion.mutate(undefined, { onSuccess: onDeleted })}>
            Delete
          </Button>
        </div>
      </Dialog>
    </>
  );
}

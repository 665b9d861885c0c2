import { History } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useHotkeys } from '@/lib/use-hotkeys';
import { VersionsPanel } from './versions-panel';

/** The way to the runs on a document: what each said, and how they differ. */
export function VersionsButton({ id, shown }: { id: number; shown: number | null }) {
  const [open, setOpen] = useState(false);
  useHotkeys({ v: () => setOpen(true) });
  return (
    <>
      <Button variant="ghost" size="icon" aria-label="Runs and versions" title="Runs and versions (v)" onClick={() => setOpen(true)}>
        <History aria-hidden />
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Runs on this document"
        className="max-h-[calc(100dvh-2rem)] w-[min(48rem,calc(100vw-2rem))] overflow-y-auto"
      >
        <VersionsPanel id={id} shown={shown} onShow={() => setOpen(false)} />
        <div className="mt-6 flex justify-end">
          <Button onClick={() => setOpen(false)}>Close</Button>
        </div>
      </Dialog>
    </>
  );
}

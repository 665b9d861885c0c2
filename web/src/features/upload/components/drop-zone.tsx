import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { TYPE_HINTS, typeLabel } from '@/lib/document-types';
import { cn } from '@/lib/cn';

const ACCEPTED = '.pdf,.txt,application/pdf,text/plain';

/** Takes files by dropping or choosing; what they are is decided by the server, from their content. */
export function DropZone({ onFiles }: { onFiles: (files: File[], typeHint: string) => void }) {
  const [over, setOver] = useState(false);
  const [typeHint, setTypeHint] = useState('');
  const input = useRef<HTMLInputElement>(null);

  const take = (files: FileList | null) => {
    if (files?.length) onFiles([...files], typeHint);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <section
      aria-label="Upload documents"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
      className={cn(
        'flex flex-col gap-3 rounded-2xl border border-dashed border-line-strong/70 bg-surface p-4 transition-colors sm:flex-row sm:items-center sm:px-6',
        over && 'border-accent bg-accent-soft',
      )}
    >
      <FileUp aria-hidden className="hidden size-7 text-accent sm:block" strokeWidth={1.5} />
      <div className="grow">
        <p className="font-semibold">
          <span className="hidden md:inline">{over ? 'Let go to upload' : 'Drop documents here'}</span>
          <span className="md:hidden">Add documents</span>
        </p>
        <p className="text-sm text-muted max-sm:hidden">PDF, scanned PDF or text, several at once. Codes, lab values and a summary follow.</p>
      </div>
      <div className="flex gap-2">
        <Select
          aria-label="Document type of these files"
          value={typeHint}
          onChange={(event) => setTypeHint(event.target.value)}
          className="min-w-0 grow sm:w-52 sm:grow-0"
        >
          <option value="">Recognise the type</option>
          {TYPE_HINTS.map((type) => (
            <option key={type} value={type}>
              {typeLabel(type)}
            </option>
          ))}
        </Select>
        <Button variant="primary" onClick={() => input.current?.click()}>
          Choose files
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          aria-label="Files to upload"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </div>
    </section>
  );
}

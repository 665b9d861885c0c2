import { LoaderCircle, Play } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { AnalyzeRequest } from '@/api/types.gen';
import { sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import { useRunAgain } from '../api/versions';

type Choice = { engine: '' | 'local' | 'claude'; encounter: '' | 'outpatient' | 'inpatient'; date: string };

/** Orders another run; what is left open stays as it was said at the upload. */
export function RunAgain({ id }: { id: number }) {
  const [choice, setChoice] = useState<Choice>({ engine: '', encounter: '', date: '' });
  const { run, running, ended, error } = useRunAgain(id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (running) return;
    const how: AnalyzeRequest = { engine: choice.engine || null, encounter: choice.encounter || null, date_of_service: choice.date || null };
    run(how);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-[1fr_1fr_1fr_auto] sm:items-end">
        <Labelled label="Engine">
          <Select value={choice.engine} onChange={(event) => setChoice({ ...choice, engine: event.target.value as Choice['engine'] })}>
            <option value="">The usual one</option>
            <option value="local">Local</option>
            <option value="claude">Claude</option>
          </Select>
        </Labelled>
        <Labelled label="Encounter">
          <Select value={choice.encounter} onChange={(event) => setChoice({ ...choice, encounter: event.target.value as Choice['encounter'] })}>
            <option value="">As uploaded</option>
            <option value="outpatient">Outpatient</option>
            <option value="inpatient">Inpatient</option>
          </Select>
        </Labelled>
        <Labelled label="Date of service">
          <Input type="date" value={choice.date} onChange={(event) => setChoice({ ...choice, date: event.target.value })} />
        </Labelled>
        {/* Not disabled: that would take the focus, and Escape with it, from whoever pressed it. */}
        <Button type="submit" variant="primary" aria-disabled={running}>
          {running ? <LoaderCircle aria-hidden className="animate-spin" /> : <Play aria-hidden />} Run again
        </Button>
      </div>
      <p role="status" className="text-sm text-muted empty:hidden">
        {running && 'Running; the answers of the newest run stay shown until it is done.'}
        {ended?.state === 'done' && 'Done: the document shows the new run.'}
        {ended?.state === 'cancelled' && 'The run was cancelled.'}
      </p>
      {(error || ended?.state === 'failed') && (
        <p role="alert" className="text-sm text-high">
          {error ? sentenceOf(error) : (ended?.failure?.detail ?? 'The run failed.')}
        </p>
      )}
    </form>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="flex flex-col gap-1 text-sm text-muted">
      {label}
      {children}
    </label>
  );
}

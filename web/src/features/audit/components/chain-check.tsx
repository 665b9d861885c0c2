import { Link2, LoaderCircle, ShieldCheck, ShieldX } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { AuditCheckReply } from '@/api/types.gen';
import { sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { LabelledInput } from '@/components/ui/field';
import { plural } from '@/lib/format';
import { useCheckChain } from '../api/audit';

/** Whether rows were changed, taken out or cut off. */
export function ChainCheck() {
  const [anchor, setAnchor] = useState('');
  const check = useCheckChain();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate(anchor);
  };
  return (
    <section aria-label="Chain" className="flex flex-col gap-4 rounded-2xl border bg-surface p-4 sm:p-6">
      <form onSubmit={submit} className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
        <LabelledInput label="An end of the chain that you noted earlier, if you have one" required={false} autoComplete="off" value={anchor} onValue={setAnchor} />
        <Button type="submit" disabled={check.isPending}>
          {check.isPending ? <LoaderCircle aria-hidden className="animate-spin" /> : <Link2 aria-hidden />} Verify the chain
        </Button>
      </form>
      <div role="status">{check.data && <Report report={check.data} />}</div>
      {check.isError && (
        <p role="alert" className="text-sm text-high">
          {sentenceOf(check.error)}
        </p>
      )}
    </section>
  );
}

function Report({ report }: { report: AuditCheckReply }) {
  const Icon = report.holds ? ShieldCheck : ShieldX;
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className={`flex items-center gap-2 font-medium ${report.holds ? 'text-good' : 'text-high'}`}>
        <Icon aria-hidden className="size-5" />
        {plural(report.rows, 'row')}: the chain {report.holds ? 'holds' : 'does not hold'}
      </p>
      {report.findings.length > 0 && (
        <ul className="list-disc pl-6">
          {report.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
      <p className="text-muted">
        Note its end outside this server: <span className="font-mono break-all text-ink select-all">{report.anchor}</span>
      </p>
    </div>
  );
}

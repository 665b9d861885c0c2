import type { EvalReport } from '@/api/types.gen';
import { score } from '@/lib/format';

export function FigureTiles({ report }: { report: EvalReport }) {
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-2xl border bg-surface lg:grid-cols-[1.4fr_1fr_1fr_1fr_1fr]">
      <Tile name="Codes, F1" value={report.codes_f1} main />
      <Tile name="Precision" value={report.codes_precision} note="of the codes given, right" />
      <Tile name="Recall" value={report.codes_recall} note="of the codes expected, found" />
      <Tile name="Type" value={report.metadata.type_accuracy} note="of documents recognised" />
      <Tile name="Summary" value={report.summary_coverage} note="of expected facts stated" />
    </dl>
  );
}

function Tile({ name, value, note, main }: { name: string; value: number; note?: string; main?: boolean }) {
  return (
    <div className={`flex flex-col gap-1 p-5 lg:border-l lg:first:border-l-0 ${main ? 'col-span-2 lg:col-span-1' : ''}`}>
      <dt className="text-sm font-medium text-muted">{name}</dt>
      <dd className={`font-semibold tracking-tight tabular-nums ${main ? 'text-5xl text-accent' : 'text-3xl'}`}>{score(value)}</dd>
      {note && <dd className="text-xs text-muted">{note}</dd>}
    </div>
  );
}

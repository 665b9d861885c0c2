import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Agreement, Share } from '@/api/types.gen';
import { sentenceOf } from '@/components/message';
import { Skeleton } from '@/components/ui/skeleton';
import { percent, plural } from '@/lib/format';
import { agreementQuery } from '../api/agreement';
import { type Bar, bars, total } from '../agreement-figures';

const SHOWN = 12;

/** Where the coders of this house disagree with the engine: what to look at next. */
export function AgreementView() {
  const { data, error } = useQuery(agreementQuery);
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-4">
      <div>
        <h2 id={heading} className="text-lg font-semibold tracking-tight">
          Coders and the engine
        </h2>
        <p className="mt-1 text-muted">{data ? subtitle(data) : 'What coders made of the codes in the reviews they finished.'}</p>
      </div>
      {error && (
        <p role="alert" className="rounded-lg bg-high-soft px-4 py-3 text-high">
          {sentenceOf(error)}
        </p>
      )}
      {!data && !error && <Skeleton className="h-40 rounded-2xl" />}
      {data && data.reviews > 0 && (
        <div className="grid gap-6 lg:grid-cols-2">
          <Chart title="By category" shares={data.categories} />
          <Chart title="By rule" shares={data.rules} />
        </div>
      )}
    </section>
  );
}

function subtitle({ reviews, categories }: Agreement): string {
  if (reviews === 0) return 'No review is finished yet. When one is, this shows where coders disagree.';
  const { accepted, amended, rejected, added, restored } = total(categories);
  const given = accepted + amended + rejected;
  const agreed = given === 0 ? '' : ` ${percent(accepted / given)} of ${plural(given, 'code')} accepted,`;
  return `${plural(reviews, 'document')} reviewed:${agreed} ${amended} amended, ${rejected} rejected, ${added} added, ${plural(restored, 'rule')} overruled.`;
}

function Chart({ title, shares }: { title: string; shares: readonly Share[] }) {
  const rows = bars(shares, SHOWN);
  return (
    <figure className="min-w-0 rounded-2xl border bg-surface p-5">
      <figcaption className="text-sm font-medium">{title}, most disagreed on first</figcaption>
      {rows.length === 0 && <p className="mt-3 text-sm text-muted">Nothing to show yet.</p>}
      <ul className="mt-4 flex flex-col gap-3">
        {rows.map((row) => (
          <Row key={row.share.subject} row={row} />
        ))}
      </ul>
      {rows.length > 0 && <Legend />}
    </figure>
  );
}

function Row({ row: { share, given, accepted, amended, rejected } }: { row: Bar }) {
  return (
    <li className="flex flex-col gap-1">
      <p className="flex items-baseline justify-between gap-3 text-sm">
        <span className="min-w-0 truncate" title={share.title}>
          <span className="mr-2 font-mono font-semibold">{share.subject}</span>
          {share.title}
        </span>
        <span className="whitespace-nowrap text-muted tabular-nums">{`${share.accepted} of ${given} accepted`}</span>
      </p>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-2 w-full rounded-full" role="img" aria-label={words(share)}>
        <rect width={accepted} height="6" className="fill-good" />
        <rect x={accepted} width={amended} height="6" className="fill-warn" />
        <rect x={accepted + amended} width={rejected} height="6" className="fill-high" />
      </svg>
    </li>
  );
}

function words({ subject, accepted, amended, rejected }: Share): string {
  return `${subject}: ${accepted} accepted, ${amended} amended, ${rejected} rejected`;
}

function Legend() {
  const parts = [
    ['fill-good', 'Accepted'],
    ['fill-warn', 'Amended'],
    ['fill-high', 'Rejected'],
  ] as const;
  return (
    <p className="mt-4 flex flex-wrap gap-4 text-xs text-muted">
      {parts.map(([fill, name]) => (
        <span key={name} className="inline-flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 8 8" className="size-2.5 rounded-sm">
            <rect width="8" height="8" className={fill} />
          </svg>
          {name}
        </span>
      ))}
    </p>
  );
}

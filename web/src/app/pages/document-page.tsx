import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, CircleAlert, Download, FileQuestion, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { AnalysisResults, DocumentDetail } from '@/api/types.gen';
import { ErrorMessage, Message } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { DeleteDocument } from '@/features/documents/components/delete-document';
import { HoldBanner, HoldButton } from '@/features/holds/components/hold-button';
import { documentQuery, documentTextQuery, isWorking } from '@/features/review/api/document';
import { ReviewView } from '@/features/review/components/review-view';
import { versionQuery } from '@/features/versions/api/versions';
import { VersionBanner } from '@/features/versions/components/version-banner';
import { VersionsButton } from '@/features/versions/components/versions-button';
import { versionOf } from '@/features/versions/version-words';
import { ApiProblem, apiUrl } from '@/lib/http';
import { formatDay, formatTime } from '@/lib/format';
import { useTitle } from '@/lib/use-title';

export function DocumentPage({ id }: { id: number }) {
  useTitle(`Document ${id}`);
  const detail = useQuery(documentQuery(id));
  const document = detail.data;
  const asked = versionOf(useSearchParams()[0]);
  const newest = document?.analysis_version ?? null;
  // The newest by its number is the newest: it is decided on, not only read.
  const version = asked === newest ? null : asked;

  if (detail.isPending) return <PageSkeleton />;
  if (detail.error instanceof ApiProblem && (detail.error.status === 404 || Number.isNaN(id))) return <NoSuchDocument />;
  if (!document) return <ErrorMessage error={detail.error} onRetry={() => detail.refetch()} title="The document could not be loaded" />;

  return (
    <div className="flex h-full flex-col">
      <Header document={document} version={version} />
      <HoldBanner id={id} />
      {version !== null && newest !== null ? (
        <EarlierResults key={version} id={id} version={version} newest={newest} />
      ) : document.results ? (
        <Answers id={id} version={null} results={document.results} />
      ) : (
        <NoResults document={document} />
      )}
    </div>
  );
}

function EarlierResults({ id, version, newest }: { id: number; version: number; newest: number }) {
  const run = useQuery(versionQuery(id, version));
  if (run.isPending) return <PageSkeleton />;
  if (!run.data) return <ErrorMessage error={run.error} onRetry={() => run.refetch()} title="These results could not be loaded" />;
  return (
    <>
      <VersionBanner id={id} run={run.data} newest={newest} />
      <Answers id={id} version={version} results={run.data.results} />
    </>
  );
}

/** Results beside the text that they were read from. */
function Answers({ id, version, results }: { id: number; version: number | null; results: AnalysisResults }) {
  const text = useQuery(documentTextQuery(id, true, version));
  if (text.isPending) return <PageSkeleton />;
  if (!text.data) return <ErrorMessage error={text.error} onRetry={() => text.refetch()} title="The text could not be loaded" />;
  return <ReviewView id={id} version={version} results={results} document={text.data} />;
}

function Header({ document, version }: { document: DocumentDetail; version: number | null }) {
  const [, navigate] = useLocation();
  return (
    <header className="flex items-center gap-3 px-4 py-3 sm:px-6">
      <Button asChild variant="ghost" size="icon" className="-ml-2">
        <Link href="/" aria-label="Back to the documents">
          <ArrowLeft aria-hidden />
        </Link>
      </Button>
      <div className="min-w-0 grow">
        <h1 className="truncate text-lg font-semibold tracking-tight" title={document.original_filename}>
          {document.original_filename}
        </h1>
        <p className="text-sm text-muted">
          Uploaded <time dateTime={document.created_at}>{`${formatDay(document.created_at)}, ${formatTime(document.created_at)}`}</time>
          <Retention document={document} />
        </p>
      </div>
      <Button asChild variant="ghost" size="icon">
        <a href={apiUrl(`/documents/${document.id}/file`)} download aria-label="Download the original" title="Download the original">
          <Download aria-hidden />
        </a>
      </Button>
      <VersionsButton id={document.id} shown={version} />
      <HoldButton id={document.id} />
      <DeleteDocument id={document.id} name={document.original_filename} onDeleted={() => navigate('/')} />
    </header>
  );
}

/** How long it stays: a hold outlives every date. */
function Retention({ document }: { document: DocumentDetail }) {
  if (document.legal_hold) return <span className="text-warn">{' · Under legal hold'}</span>;
  if (!document.retained_until) return null;
  return (
    <>
      {' · Kept until '}
      <time dateTime={document.retained_until}>{formatDay(document.retained_until)}</time>
    </>
  );
}

function NoResults({ document }: { document: DocumentDetail }): ReactNode {
  if (isWorking(document)) {
    return (
      <div role="status">
        <Message icon={LoaderCircle} title="Reading the document" className="[&>svg]:animate-spin">
          The answers appear here as soon as they are ready.
        </Message>
      </div>
    );
  }
  if (document.state === 'failed') {
    return (
      <Message icon={CircleAlert} title={document.failure?.title ?? 'This document could not be processed'}>
        {document.failure?.detail}
      </Message>
    );
  }
  return (
    <Message icon={FileQuestion} title="Stored, not processed">
      It was uploaded without running the pipeline.
    </Message>
  );
}

function NoSuchDocument() {
  return (
    <Message icon={FileQuestion} title="There is no such document">
      <Link href="/" className="text-accent underline">
        To the documents
      </Link>
    </Message>
  );
}

function PageSkeleton() {
  return (
    <div role="status" className="grid gap-6 p-6 lg:grid-cols-[30rem_1fr]">
      <span className="sr-only">Loading the document</span>
      <div className="flex flex-col gap-4">
        <Skeleton className="h-8 w-2/3" />
        <Skeleton className="h-28" />
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </div>
      <Skeleton className="hidden h-[60vh] lg:block" />
    </div>
  );
}

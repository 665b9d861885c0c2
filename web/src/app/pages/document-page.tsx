import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, CircleAlert, Download, FileQuestion, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { DocumentDetail } from '@/api/types.gen';
import { ErrorMessage, Message } from '@/components/message';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { DeleteDocument } from '@/features/documents/components/delete-document';
import { documentQuery, documentTextQuery, isWorking } from '@/features/review/api/document';
import { ReviewView } from '@/features/review/components/review-view';
import { ApiProblem, apiUrl } from '@/lib/http';
import { formatDay, formatTime } from '@/lib/format';
import { useTitle } from '@/lib/use-title';

export function DocumentPage({ id }: { id: number }) {
  useTitle(`Document ${id}`);
  const detail = useQuery(documentQuery(id));
  const document = detail.data;
  const text = useQuery(documentTextQuery(id, document?.results != null));

  if (detail.isPending) return <PageSkeleton />;
  if (detail.error instanceof ApiProblem && (detail.error.status === 404 || Number.isNaN(id))) return <NoSuchDocument />;
  if (!document) return <ErrorMessage error={detail.error} onRetry={() => detail.refetch()} title="The document could not be loaded" />;

  return (
    <div className="flex h-full flex-col">
      <Header document={document} />
      {document.results && text.data ? (
        <ReviewView results={document.results} document={text.data} />
      ) : document.results && text.isError ? (
        <ErrorMessage error={text.error} onRetry={() => text.refetch()} title="The text could not be loaded" />
      ) : document.results ? (
        <PageSkeleton />
      ) : (
        <NoResults document={document} />
      )}
    </div>
  );
}

function Header({ document }: { document: DocumentDetail }) {
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
        </p>
      </div>
      <Button asChild variant="ghost" size="icon">
        <a href={apiUrl(`/documents/${document.id}/file`)} download aria-label="Download the original" title="Download the original">
          <Download aria-hidden />
        </a>
      </Button>
      <DeleteDocument id={document.id} name={document.original_filename} onDeleted={() => navigate('/')} />
    </header>
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

import { FileQuestion } from 'lucide-react';
import { Link, Route, Switch } from 'wouter';
import { Message } from '@/components/message';
import { SignedIn } from '@/features/session/components/signed-in';
import { AppShell } from './app-shell';
import { PageBoundary } from './page-boundary';
import { DocumentPage } from './pages/document-page';
import { DocumentsPage } from './pages/documents-page';
import { EvalsPage } from './pages/evals-page';

export function App() {
  return (
    <AppShell>
      <PageBoundary>
        <SignedIn>
          <Switch>
            <Route path="/" component={DocumentsPage} />
            <Route path="/documents/:id">{({ id }) => <DocumentPage key={id} id={Number(id)} />}</Route>
            <Route path="/evals" component={EvalsPage} />
            <Route>
              <Message icon={FileQuestion} title="This page does not exist">
                <Link href="/" className="text-accent underline">
                  To the documents
                </Link>
              </Message>
            </Route>
          </Switch>
        </SignedIn>
      </PageBoundary>
    </AppShell>
  );
}

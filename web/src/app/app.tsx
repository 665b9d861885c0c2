import { FileQuestion } from 'lucide-react';
import { Link, Route, Switch } from 'wouter';
import { Message } from '@/components/message';
import { DocumentsAllowed } from '@/features/session/components/emergency-access';
import { SignedIn } from '@/features/session/components/signed-in';
import { AppShell } from './app-shell';
import { PageBoundary } from './page-boundary';
import { AdminPage } from './pages/admin-page';
import { AuditPage } from './pages/audit-page';
import { CostsPage } from './pages/costs-page';
import { DocumentPage } from './pages/document-page';
import { DocumentsPage } from './pages/documents-page';
import { EvalsPage } from './pages/evals-page';
import { OperationsPage } from './pages/operations-page';

export function App() {
  return (
    <AppShell>
      <PageBoundary>
        <SignedIn>
          <Switch>
            <Route path="/">
              <DocumentsAllowed>
                <DocumentsPage />
              </DocumentsAllowed>
            </Route>
            <Route path="/documents/:id">
              {({ id }) => (
                <DocumentsAllowed>
                  <DocumentPage key={id} id={Number(id)} />
                </DocumentsAllowed>
              )}
            </Route>
            <Route path="/costs" component={CostsPage} />
            <Route path="/evals" component={EvalsPage} />
            <Route path="/operations" component={OperationsPage} />
            <Route path="/admin" component={AdminPage} />
            <Route path="/audit" component={AuditPage} />
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

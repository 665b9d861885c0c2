import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { UploadsProvider } from '@/features/upload/uploads-context';
import { ApiProblem } from '@/lib/http';
import { App } from './app';
import './styles.css';

const BASE = '/app';

// The pages live under /app, so that a page and an API route never share an address.
if (!location.pathname.startsWith(BASE)) history.replaceState(null, '', `${BASE}/`);

const client: QueryClient = new QueryClient({
  // A session that ended shows in any answer; asking who is there then brings the sign-in.
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 401) void client.invalidateQueries({ queryKey: ['session'] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only silence and overload are worth asking again.
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500),
    },
  },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Router base={BASE}>
          <UploadsProvider>
            <App />
          </UploadsProvider>
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
}

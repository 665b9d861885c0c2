import { useQuery } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { useSearchParams } from 'wouter';
import { Message } from '@/components/message';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { HoldsView } from '@/features/holds/components/holds-view';
import { DeliveriesView } from '@/features/operations/components/deliveries-view';
import { JobsView } from '@/features/operations/components/jobs-view';
import { sessionQuery } from '@/features/session/api/session';
import { may } from '@/lib/permissions';
import { useTitle } from '@/lib/use-title';

const TABS = [
  ['jobs', 'Jobs', JobsView],
  ['webhooks', 'Webhooks', DeliveriesView],
  ['holds', 'Legal holds', HoldsView],
] as const;

/** What waits for a decision of those who run the server. */
export function OperationsPage() {
  useTitle('Operations');
  const session = useQuery(sessionQuery).data;
  const [address, setAddress] = useSearchParams();
  const open = TABS.find(([name]) => name === address.get('show'))?.[0] ?? 'jobs';
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8">
      <h1 className="text-2xl font-semibold tracking-tight">Operations</h1>
      {session && !may(session, 'administer') ? (
        <Message icon={LockKeyhole} title="Your role does not show this page">
          Administrators see jobs, webhooks and legal holds here.
        </Message>
      ) : (
        <Tabs value={open} onValueChange={(show) => setAddress({ show }, { replace: true })} className="flex flex-col gap-6">
          <TabsList aria-label="Operations" className="max-w-lg">
            {TABS.map(([name, label]) => (
              <TabsTrigger key={name} value={name}>
                {label}
              </TabsTrigger>
            ))}
          </TabsList>
          {TABS.map(([name, , View]) => (
            <TabsContent key={name} value={name}>
              <View />
            </TabsContent>
          ))}
        </Tabs>
      )}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { KeysView } from '@/features/admin/components/keys-view';
import { UsersView } from '@/features/admin/components/users-view';
import { sessionQuery } from '@/features/session/api/session';
import { useTitle } from '@/lib/use-title';

export function AdminPage() {
  useTitle('Administration');
  const session = useQuery(sessionQuery);
  const users = session.data?.local_users ?? false;
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8">
      <h1 className="text-2xl font-semibold tracking-tight">Administration</h1>
      {users ? (
        <Tabs defaultValue="users" className="flex flex-col gap-6">
          <TabsList aria-label="Administration" className="max-w-md">
            <TabsTrigger value="users">Users</TabsTrigger>
            <TabsTrigger value="keys">API keys</TabsTrigger>
          </TabsList>
          <TabsContent value="users">
            <UsersView />
          </TabsContent>
          <TabsContent value="keys">
            <KeysView />
          </TabsContent>
        </Tabs>
      ) : (
        <KeysView />
      )}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { sessionQuery, useSignOut } from '../api/session';

/** Who is signed in, and the way out; nothing where nobody signs in. */
export function Account() {
  const session = useQuery(sessionQuery);
  const signOut = useSignOut();
  const name = session.data?.display_name;
  if (!session.data?.sign_in || !name) return null;
  return (
    <div className="flex items-center gap-1">
      <span className="text-sm text-muted max-sm:sr-only">{name}</span>
      <Button variant="ghost" size="icon" aria-label="Sign out" title="Sign out" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        <LogOut aria-hidden />
      </Button>
    </div>
  );
}

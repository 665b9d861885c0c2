import { useQuery } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { ErrorMessage, Message } from '@/components/message';
import { sessionQuery } from '../api/session';
import { ProviderSignIn } from './provider-sign-in';
import { SignInForm } from './sign-in-form';

/** Its children once it is known who looks at them; where nobody signs in, at once. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useQuery(sessionQuery);
  if (session.isPending) return null;
  if (!session.data) return <ErrorMessage error={session.error} onRetry={() => session.refetch()} />;
  if (session.data.user_name !== null) return children;
  if (session.data.local_users) return <SignInForm setUp={session.data.set_up} byProvider={session.data.provider_sign_in} />;
  if (session.data.provider_sign_in) return <ProviderSignIn />;
  return (
    <Message icon={LockKeyhole} title="Sign in at your organisation">
      This server takes the tokens of your organisation's sign-in, and this page was opened without one.
    </Message>
  );
}

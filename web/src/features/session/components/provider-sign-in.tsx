import { Building2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { apiUrl } from '@/lib/http';
import { useTitle } from '@/lib/use-title';

const WHY: Record<string, string> = {
  refused: 'Your organisation’s answer was not taken: it was too late, or not for this browser. Try again.',
  'no-role': 'Your organisation knows you, and gives you no role here. Ask its administrator for one.',
  unavailable: 'Your organisation’s sign-in does not answer. Try again in a few seconds.',
};

/** The way to the organisation's own sign-in, and what came of the last try. */
export function ProviderButton() {
  const why = WHY[new URLSearchParams(location.search).get('sign_in') ?? ''];
  return (
    <>
      {why && (
        <p role="alert" className="text-sm text-high">
          {why}
        </p>
      )}
      <Button asChild>
        <a href={apiUrl('/session/provider')}>
          <Building2 aria-hidden /> Sign in with your organisation
        </a>
      </Button>
    </>
  );
}

/** Where nobody has a password here. */
export function ProviderSignIn() {
  useTitle('Sign in');
  return (
    <div className="mx-auto mt-16 flex w-full max-w-sm flex-col gap-4 rounded-xl border bg-surface p-6">
      <h1 className="text-lg font-semibold">Sign in</h1>
      <ProviderButton />
    </div>
  );
}

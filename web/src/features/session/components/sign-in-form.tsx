import { type FormEvent, useState } from 'react';
import { sentenceOf } from '@/components/message';
import { Button } from '@/components/ui/button';
import { LabelledInput } from '@/components/ui/field';
import { useTitle } from '@/lib/use-title';
import { useSetUp, useSignIn } from '../api/session';
import { ProviderButton } from './provider-sign-in';

type SignInFormProps = { setUp: boolean; byProvider: boolean };

/** A name and a password; with the set-up token when there is no administrator yet. */
export function SignInForm({ setUp, byProvider }: SignInFormProps) {
  const [token, setToken] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const first = useSetUp();
  const asked = setUp ? first : signIn;
  useTitle(setUp ? 'Set up' : 'Sign in');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const who = { user_name: name, password };
    if (setUp) first.mutate({ token, ...who });
    else signIn.mutate(who);
  };

  return (
    <form onSubmit={submit} className="mx-auto mt-16 flex w-full max-w-sm flex-col gap-4 rounded-xl border bg-surface p-6">
      <h1 className="text-lg font-semibold">{setUp ? 'Make the first administrator' : 'Sign in'}</h1>
      {setUp && <LabelledInput label="Set-up token, as the server printed it" autoComplete="off" value={token} onValue={setToken} />}
      <LabelledInput label="Name" autoComplete="username" autoCapitalize="none" value={name} onValue={setName} />
      <LabelledInput
        label={setUp ? 'Password, at least 12 characters' : 'Password'}
        type="password"
        autoComplete={setUp ? 'new-password' : 'current-password'}
        minLength={setUp ? 12 : 1}
        value={password}
        onValue={setPassword}
      />
      {asked.isError && (
        <p role="alert" className="text-sm text-high">
          {sentenceOf(asked.error)}
        </p>
      )}
      <Button type="submit" variant="primary" disabled={asked.isPending}>
        {setUp ? 'Set up' : 'Sign in'}
      </Button>
      {byProvider && <ProviderButton />}
    </form>
  );
}

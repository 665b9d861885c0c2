import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { ApiKey } from '@/api/types.gen';
import { ErrorMessage, Message } from '@/components/message';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { formatDay } from '@/lib/format';
import { isInForce, keysQuery, useRevokeKey } from '../api/keys';
import { FormDialog } from '@/components/form-dialog';
import { NewKey } from './new-key';

export function KeysView() {
  const keys = useQuery(keysQuery);
  return (
    <section aria-label="API keys" className="flex flex-col gap-4">
      <div className="flex justify-end">
        <NewKey />
      </div>
      {keys.isPending ? (
        <Skeleton className="h-40 rounded-2xl" />
      ) : !keys.data ? (
        <ErrorMessage error={keys.error} onRetry={() => keys.refetch()} title="The keys could not be loaded" />
      ) : keys.data.length === 0 ? (
        <Message icon={KeyRound} title="There is no key yet">
          Programs call with a key of their own, which can do only what it was made for.
        </Message>
      ) : (
        <ul className="divide-y overflow-hidden rounded-2xl border bg-surface">
          {keys.data.toReversed().map((key) => (
            <KeyLine key={key.id} apiKey={key} inForce={isInForce(key, keys.dataUpdatedAt)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function KeyLine({ apiKey, inForce }: { apiKey: ApiKey; inForce: boolean }) {
  return (
    <li className="grid gap-x-6 gap-y-3 px-4 py-3 md:grid-cols-[minmax(10rem,1fr)_auto_auto] md:items-center md:px-6">
      <span className="min-w-0">
        <span className="block truncate font-medium">{apiKey.name}</span>
        <span className="text-sm text-muted">
          key-{apiKey.id}, made by {apiKey.created_by} on {formatDay(apiKey.created_at)}
        </span>
      </span>
      <span className="flex flex-wrap gap-2">
        {apiKey.permissions.map((permission) => (
          <Badge key={permission}>{permission}</Badge>
        ))}
        <Badge tone={inForce ? 'good' : 'warn'}>{standing(apiKey, inForce)}</Badge>
      </span>
      {inForce && <Revoke apiKey={apiKey} />}
    </li>
  );
}

function standing(key: ApiKey, inForce: boolean): string {
  if (key.revoked_at !== null) return `revoked ${formatDay(key.revoked_at)}`;
  return `${inForce ? 'until' : 'ended'} ${formatDay(key.expires_at)}`;
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const [asking, setAsking] = useState(false);
  const revoke = useRevokeKey(apiKey.id);
  return (
    <div className="flex md:justify-end">
      <Button size="sm" onClick={() => setAsking(true)} aria-label={`Revoke ${apiKey.name}`}>
        Revoke
      </Button>
      <FormDialog
        open={asking}
        title={`Revoke ${apiKey.name}?`}
        action="Revoke"
        dangerous
        asked={revoke}
        onClose={() => setAsking(false)}
        onSubmit={() => revoke.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <p className="text-sm text-muted">The program that has it is refused from now on. This cannot be undone.</p>
      </FormDialog>
    </div>
  );
}

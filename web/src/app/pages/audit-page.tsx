import { AuditView } from '@/features/audit/components/audit-view';
import { useTitle } from '@/lib/use-title';

export function AuditPage() {
  useTitle('Audit');
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8">
      <h1 className="text-2xl font-semibold tracking-tight">Audit</h1>
      <AuditView />
    </div>
  );
}

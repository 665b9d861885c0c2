import { AgreementView } from '@/features/evals/components/agreement-view';
import { EvalView } from '@/features/evals/components/eval-view';
import { useTitle } from '@/lib/use-title';

export function EvalsPage() {
  useTitle('Evaluation');
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-10 px-4 py-6 sm:px-6 sm:py-8">
      <EvalView />
      <AgreementView />
    </div>
  );
}

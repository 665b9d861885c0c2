import { CostsView } from '@/features/costs/components/costs-view';
import { useTitle } from '@/lib/use-title';

export function CostsPage() {
  useTitle('Costs');
  return (
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-6 sm:py-8">
      <CostsView />
    </div>
  );
}

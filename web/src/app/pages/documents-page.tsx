import { DocumentsSection } from '@/features/documents/components/documents-section';
import { DropZone } from '@/features/upload/components/drop-zone';
import { UploadList } from '@/features/upload/components/upload-list';
import { useUploads } from '@/features/upload/uploads-context';
import { useTitle } from '@/lib/use-title';

export function DocumentsPage() {
  useTitle('Documents');
  const uploads = useUploads();
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8">
      <h1 className="text-2xl font-semibold tracking-tight">Documents</h1>
      <DropZone onFiles={uploads.add} />
      <UploadList items={uploads.items} onRetry={uploads.retry} onClear={uploads.clearFinished} />
      <DocumentsSection />
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import { UploadRunner } from './upload-runner';

const UploadsContext = createContext<UploadRunner | null>(null);

/** Holds uploads above the pages, so that opening a document does not stop the files still on their way. */
export function UploadsProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [runner] = useState(() => new UploadRunner(() => void client.invalidateQueries({ queryKey: ['documents'] })));
  return <UploadsContext value={runner}>{children}</UploadsContext>;
}

export function useUploads() {
  const runner = useContext(UploadsContext);
  if (!runner) throw new Error('UploadsProvider is missing');
  const items = useSyncExternalStore(runner.subscribe, runner.snapshot);
  return { items, add: runner.add, retry: runner.retry, clearFinished: runner.clearFinished };
}

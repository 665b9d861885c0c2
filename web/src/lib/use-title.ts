import { useEffect } from 'react';

/** The tab's title. Never a file name: browsers write titles into their history, and file names hold patients' names. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Medical Document AI`;
  }, [title]);
}

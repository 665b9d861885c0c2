export type UploadState = 'waiting' | 'sending' | 'queued' | 'reading' | 'done' | 'failed';

export type UploadItem = {
  id: number;
  name: string;
  size: number;
  state: UploadState;
  /** 0..1, while sending. */
  sent: number;
  documentId: number | null;
  sameContentAs: number | null;
  message: string;
};

export type UploadAction =
  | { do: 'add'; items: { id: number; name: string; size: number }[] }
  | { do: 'change'; id: number; to: Partial<Omit<UploadItem, 'id'>> }
  | { do: 'remove'; id: number }
  | { do: 'clear-finished' };

export function uploadQueue(items: readonly UploadItem[], action: UploadAction): readonly UploadItem[] {
  switch (action.do) {
    case 'add':
      return [...action.items.map(waiting), ...items];
    case 'change':
      return items.map((item) => (item.id === action.id ? { ...item, ...action.to } : item));
    case 'remove':
      return items.filter((item) => item.id !== action.id);
    case 'clear-finished':
      return items.filter((item) => !isFinished(item));
  }
}

export function isFinished(item: UploadItem): boolean {
  return item.state === 'done' || item.state === 'failed';
}

function waiting(file: { id: number; name: string; size: number }): UploadItem {
  return { ...file, state: 'waiting', sent: 0, documentId: null, sameContentAs: null, message: '' };
}

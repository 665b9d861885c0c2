import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/http';

export function useDeleteDocument(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(`/documents/${id}`, { method: 'DELETE' }),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['document', id] });
      return client.invalidateQueries({ queryKey: ['documents'] });
    },
  });
}

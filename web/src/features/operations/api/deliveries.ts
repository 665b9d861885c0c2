import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Delivery } from '@/api/types.gen';
import { getJson, request } from '@/lib/http';

export const DELIVERY_STATES = ['failed', 'queued', 'delivered'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number] | '';

const PAGE_SIZE = 50;
const WHILE_WAITING_MS = 5000;
const KEY = ['deliveries'];

/** What receivers were told, the newest first; asked again while any of it waits to be told. */
export function deliveriesQuery(state: DeliveryState) {
  return infiniteQueryOptions({
    queryKey: [...KEY, state],
    queryFn: ({ pageParam, signal }) =>
      getJson<Delivery[]>(`/webhooks/deliveries?limit=${PAGE_SIZE}${state && `&state=${state}`}${pageParam && `&before=${pageParam}`}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length === PAGE_SIZE ? String(page.at(-1)?.id ?? '') : undefined),
    refetchInterval: ({ state: asked }) => (asked.data?.pages.flat().some((delivery) => delivery.state === 'queued') ? WHILE_WAITING_MS : false),
  });
}

export function useRetryDelivery(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(`/webhooks/deliveries/${id}/retry`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

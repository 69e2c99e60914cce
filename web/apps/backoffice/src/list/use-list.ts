import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { filtersOf, placesOf } from "~/app/search";

/** The rows a page of a list has. */
export const PAGE_ROWS = 50;

export interface Page<Row> {
  items: Row[];
  next?: string | null;
}

export type Filters = Record<string, string>;

export type FetchPage<Row> = (
  query: Filters & { limit?: string },
  signal?: AbortSignal,
) => Promise<Page<Row>>;

export interface List<Row> {
  filters: Filters;
  setFilter: (name: string, value: string | undefined) => void;
  clear: () => void;
  rows: Row[] | undefined;
  error: unknown;
  retry: () => void;
  stale: boolean;
  expected: number;
  /** The number of this page, from 1. */
  page: number;
  next: (() => void) | null;
  previous: (() => void) | null;
  fetchPage: FetchPage<Row>;
}

/** Which cursor led to which, so that "previous" knows the way back; the first page needs none. */
const trails = new Map<string, string | undefined>();
/** How many rows each list had last, for as many skeletons. */
const lastCounts = new Map<string, number>();

/** A list whose filters and place stand in the URL, fetched page by page from the server. */
export function useList<Row>(name: string, fetchPage: FetchPage<Row>, refetchMs?: number): List<Row> {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const filters = filtersOf(search);
  const { cursor } = search;
  const query = useQuery({
    queryKey: [name, filters, cursor ?? null],
    queryFn: ({ signal }) =>
      fetchPage({ ...filters, limit: String(PAGE_ROWS), ...(cursor ? { cursor } : {}) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: refetchMs,
  });
  const rows = query.data?.items;
  useEffect(() => {
    if (rows) lastCounts.set(name, rows.length);
  }, [name, rows]);

  const latest = useRef(filters);
  latest.current = filters;
  // A list inside another page leaves that page's own part of the URL alone.
  const go = (next: Record<string, string | undefined>, replace = false) =>
    void navigate({ to: ".", search: { ...placesOf(search), ...next } as never, replace });
  const page = Number(search.page ?? 1) || 1;
  const trail = (at: string) => `${name} ${JSON.stringify(filters)} ${at}`;
  const nextCursor = query.isPlaceholderData ? null : query.data?.next;
  return {
    filters,
    // Typing replaces the entry, so that "back" leaves the list instead of unwriting a word.
    setFilter: (filter, value) => go({ ...latest.current, [filter]: value || undefined }, true),
    clear: () => go({}),
    rows,
    error: query.error,
    retry: () => void query.refetch(),
    stale: query.isPlaceholderData,
    expected: lastCounts.get(name) ?? PAGE_ROWS,
    page,
    next: nextCursor
      ? () => {
          trails.set(trail(nextCursor), cursor);
          go({ ...filters, cursor: nextCursor, page: String(page + 1) });
        }
      : null,
    previous: cursor
      ? () => {
          const before = trails.get(trail(cursor));
          go(before ? { ...filters, cursor: before, page: String(page - 1) } : filters);
        }
      : null,
    fetchPage,
  };
}

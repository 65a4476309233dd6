import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ReportFilter } from '../queries';

/** What the address says of the view itself; all else in it is asked of the API, which knows its own filters. */
const OF_THE_VIEW: readonly string[] = ['cases', 'row'];

/** Keeps the selection in the address, so that a link shows another person the same figures. */
export function useFilters() {
  const [address, setAddress] = useSearchParams();
  const filter = useMemo(
    () => Object.fromEntries([...address].filter(([name]) => !OF_THE_VIEW.includes(name))) as ReportFilter,
    [address],
  );
  const set = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(address);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') next.delete(name);
      else next.set(name, value);
    }
    setAddress(next, { replace: true, preventScrollReset: true });
  };
  return { address, filter, set };
}

/** The part of an address that another report has a use for. */
export function searchOf(filter: ReportFilter): string {
  const query = new URLSearchParams(filter as Record<string, string>).toString();
  return query === '' ? '' : `?${query}`;
}

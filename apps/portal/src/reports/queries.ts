import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { type Schemas, api } from '../api/client';
import { answerOf } from '../api/problem';
import { useWorkflows } from '../api/queries';
import type { operations } from '../api/schema.generated';
import { useState } from 'react';
import { useLanguage } from '../language/language';

export type ReportFilter = NonNullable<operations['getReport']['parameters']['query']>;

interface Reports {
  'after-ethics': Schemas['ReportBody'];
  'lead-time': Schemas['ReportBody'];
  causes: Schemas['CausesBody'];
  clocks: Schemas['ClocksBody'];
  flow: Schemas['FlowBody'];
  holder: Schemas['HolderBody'];
  quality: Schemas['QualityBody'];
}

export type ReportName = keyof Reports;
export type LeadTime = Schemas['ReportBody'];
export type Row = LeadTime['rows'][number];

/** A report in the language in use. While another selection is asked for, the figures of the one before stay. */
export function useReport<Name extends ReportName>(report: Name, filter: ReportFilter) {
  const { language } = useLanguage();
  const query = { ...filter, language };
  const queryFn = async () => {
    const answer = await answerOf(
      api.GET('/api/v1/reports/{report}', { params: { path: { report }, query } }),
    );
    return answer as Reports[Name];
  };
  return useQuery({
    queryKey: ['report', report, query],
    queryFn,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** The cases behind a row, the largest contribution first. */
export function useCasesBehind(report: ReportName, filter: ReportFilter, key: string | null) {
  const query = { ...filter, key: key ?? '', limit: 200 };
  const params = { path: { report }, query };
  const queryFn = () => answerOf(api.GET('/api/v1/reports/{report}/cases', { params }));
  return useQuery({ queryKey: ['cases-behind', report, query], queryFn, enabled: key !== null });
}

type BreachPage = Schemas['ClocksBody']['breaches'];

/** The breaches of a report, and those after them a page at a time, as somebody asks for more. */
export function useMoreBreaches(first: BreachPage, filter: ReportFilter) {
  const [wanted, setWanted] = useState(false);
  const asked = useInfiniteQuery({
    queryKey: ['breaches', filter, first.cursor],
    queryFn: async ({ pageParam: cursor }) => {
      const params = { path: { report: 'clocks' }, query: { ...filter, cursor } };
      const answer = await answerOf(api.GET('/api/v1/reports/{report}', { params }));
      return (answer as Schemas['ClocksBody']).breaches;
    },
    initialPageParam: first.cursor ?? '',
    getNextPageParam: ({ cursor }: BreachPage) => cursor,
    enabled: wanted && first.cursor !== null,
    staleTime: 60_000,
  });
  const { data, isFetching, error } = asked;
  return {
    items: [...first.items, ...(data?.pages.flatMap(({ items }) => items) ?? [])],
    hasMore: data === undefined ? first.cursor !== null : asked.hasNextPage,
    ...{ isFetching, error },
    more: () => (data === undefined && !asked.isError ? setWanted(true) : void asked.fetchNextPage()),
  };
}

/** How the lengths of one row lie. While another row is asked for, nothing stands in its place. */
export function useLengths(report: ReportName, filter: ReportFilter, key: string) {
  const params = { path: { report }, query: { ...filter, key } };
  const queryFn = () => answerOf(api.GET('/api/v1/reports/{report}/lengths', { params }));
  return useQuery({ queryKey: ['lengths', report, params.query], queryFn, staleTime: 60_000 });
}

export type Ageing = Schemas['AgeingBody']['items'][number];

/** How old what is open is, stage by stage. */
export function useAgeing(filter: ReportFilter) {
  const params = { path: { report: 'lead-time' }, query: filter };
  const queryFn = () => answerOf(api.GET('/api/v1/reports/{report}/ageing', { params }));
  return useQuery({ queryKey: ['ageing', filter], queryFn, placeholderData: keepPreviousData });
}

/** Every workflow with all that it declares: what stages, outcomes and choices are called. */
export function useWholeWorkflows() {
  const listed = useWorkflows().data ?? [];
  return useQueries({
    queries: listed.map(({ key }) => ({
      queryKey: ['workflow', key],
      queryFn: () => answerOf(api.GET('/api/v1/workflows/{key}', { params: { path: { key } } })),
      staleTime: Infinity,
    })),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
}

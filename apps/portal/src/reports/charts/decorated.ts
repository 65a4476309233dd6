import type { EChartsCoreOption } from 'echarts/core';
import type { ChartOption, Series } from './option';

export const TEXT = 'var(--mantine-color-text)';
export const LINE = 'var(--mantine-color-default-border)';

/** Patterns beside colours, so that no part is told by its colour alone. */
const PATTERNS = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  {
    symbol: 'circle',
    symbolSize: 0.6,
    dashArrayX: [
      [5, 5],
      [0, 5, 5, 0],
    ],
    dashArrayY: [4, 1],
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: -Math.PI / 4 },
];

export interface Surroundings {
  readonly label: string;
  /** Of the place that the chart has, in pixels. */
  readonly width: number;
  /** A number as people of the language write it. */
  readonly written: (value: number) => string;
}

/** What ECharts takes: our chart with axes, legend, pattern and description. Nothing moves, nothing needs the mouse. */
export function decorated(option: ChartOption, { label, width, written }: Surroundings): EChartsCoreOption {
  const { categories, series, unit, lying = false } = option;
  const category = {
    ...{ type: 'category', data: categories, inverse: lying, axisTick: { show: false } },
    axisLine: { lineStyle: { color: LINE } },
    axisLabel: {
      color: TEXT,
      lineHeight: 15,
      ...(lying ? { width: Math.min(190, width * 0.36), overflow: 'break' } : {}),
    },
  };
  const value = {
    ...{ type: 'value', splitNumber: width < 600 ? 3 : 5 },
    axisLabel: {
      color: TEXT,
      formatter: (number: number) => `${written(number)} ${unit}`,
      hideOverlap: true,
    },
    splitLine: { lineStyle: { color: LINE } },
  };
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
    aria: { enabled: true, label: { description: label }, decal: { show: true } },
    grid: { left: 4, right: 24, top: topFor(series, width), bottom: 4, ...INSIDE },
    legend: { show: series.length > 1, left: 0, top: 0, selectedMode: false, textStyle: { color: TEXT } },
    tooltip: {
      ...TOOLTIP,
      valueFormatter: (number: number) => `${written(number)} ${unit}`,
      axisPointer: { type: 'none' },
    },
    xAxis: lying ? value : category,
    yAxis: lying ? category : value,
    series: series.map((one, index) => drawn(one, index, option)),
  };
}

/** Room for the legend, in as many lines as its names take. */
export function topFor(series: readonly { readonly name: string }[], width: number): number {
  if (series.length < 2) return 8;
  const needed = series.reduce((sum, { name }) => sum + name.length * 7.5 + 45, 0);
  return 12 + 24 * Math.ceil(needed / Math.max(1, width));
}

export const INSIDE = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };

/** Drawn, not written as HTML, which the policy of the page would not let have a style. */
export const TOOLTIP = {
  ...{ trigger: 'axis', renderMode: 'richText', confine: true, borderColor: LINE },
  backgroundColor: 'var(--mantine-color-body)',
  textStyle: { color: TEXT },
};

function drawn({ name, colour, values, line }: Series, index: number, { stacked, lying }: ChartOption) {
  const color = `var(--chart-${colour})`;
  if (line === true) {
    const type = index === 0 ? 'solid' : 'dashed';
    const looks = {
      lineStyle: { color, width: 2.5, type },
      itemStyle: { color },
      symbol: 'circle',
      symbolSize: 7,
    };
    return { type: 'line', name, data: values, connectNulls: true, ...looks, emphasis: { disabled: true } };
  }
  const decal = { color: 'var(--chart-pattern)', ...PATTERNS[index % PATTERNS.length] };
  return {
    ...{ type: 'bar', name, data: values, barMaxWidth: lying === true ? 26 : 40 },
    ...(stacked === true ? { stack: 'all' } : {}),
    itemStyle: { color, borderColor: 'var(--mantine-color-body)', borderWidth: 1, decal },
    emphasis: { disabled: true },
  };
}

import type { EChartsCoreOption } from 'echarts/core';
import { INSIDE, LINE, type Surroundings, TEXT, TOOLTIP, topFor } from './decorated';
import type { XyOption, XySeries } from './xy-option';

/** What ECharts takes of a chart of two measures; looks and words as of the others. */
export function decoratedXy(
  { series, across, up }: XyOption,
  { label, width, written }: Surroundings,
): EChartsCoreOption {
  const valueAxis = (unit: string, splitNumber: number) => ({
    ...{ type: 'value', splitNumber, splitLine: { lineStyle: { color: LINE } } },
    axisLabel: {
      color: TEXT,
      formatter: (value: number) => `${written(value)} ${unit}`,
      hideOverlap: true,
    },
  });
  const isLines = typeof up !== 'string';
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
    aria: { enabled: true, label: { description: label } },
    grid: { left: 4, right: 24, top: topFor(series, width), bottom: 4, ...INSIDE },
    legend: { show: series.length > 1, left: 0, top: 0, selectedMode: false, textStyle: { color: TEXT } },
    tooltip: {
      ...TOOLTIP,
      ...{ trigger: isLines ? 'item' : 'axis', axisPointer: { type: 'none' } },
      formatter: isLines ? dotTold(across, up, written) : undefined,
      valueFormatter: (value: number) => `${written(value)} ${isLines ? '' : up}`,
    },
    xAxis: { ...valueAxis(across, width < 600 ? 3 : 6), min: 0 },
    yAxis: isLines
      ? {
          ...{ type: 'category', data: up, inverse: true, axisTick: { show: false } },
          axisLabel: { color: TEXT, lineHeight: 15, width: Math.min(190, width * 0.36), overflow: 'break' },
          splitLine: { show: true, lineStyle: { color: LINE } },
        }
      : { ...valueAxis(up, 4), min: 0, ...(up === '%' ? { max: 100 } : {}) },
    series: series.map(drawn),
  };
}

interface Dot {
  readonly value: readonly [number, number, number?];
}

function dotTold(across: string, lines: readonly string[], written: (value: number) => string) {
  return ({ value: [x, line, n = 1] }: Dot) =>
    `${lines[line] ?? ''}: ${written(x)} ${across} (${written(n)})`;
}

function drawn({ name, colour, points, shape }: XySeries) {
  const color = `var(--chart-${colour})`;
  const own = { name, data: points, emphasis: { disabled: true }, itemStyle: { color } };
  if (shape === 'dots') {
    const size = ([, , n = 1]: readonly number[]) => Math.min(28, 7 + 3 * Math.sqrt(n - 1));
    return { ...own, type: 'scatter', symbolSize: size, itemStyle: { color, opacity: 0.75 } };
  }
  const lineStyle = { color, ...(shape === 'steps' ? { width: 2.5 } : { width: 1.5, type: 'dashed' }) };
  return { ...own, type: 'line', step: 'end', symbol: 'none', lineStyle };
}

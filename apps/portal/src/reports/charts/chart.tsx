import { useEffect, useRef } from 'react';
import { useLanguage } from '../../language/language';
import { decorated } from './decorated';
import { init } from './echarts';
import type { ChartOption } from './option';

interface ChartProps {
  /** What it shows, for whoever does not see it; its figures are in the table beside it. */
  readonly label: string;
  readonly option: ChartOption;
  readonly height: number;
}

/** A chart that follows its place in width, and the page in colours. */
export function Chart({ label, option, height }: ChartProps) {
  const { format } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = init(element, null, { renderer: 'svg', height });
    chart.current = made;
    const watcher = new ResizeObserver(() => made.resize({ height }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      made.dispose();
    };
  }, [height]);
  useEffect(() => {
    const width = place.current?.clientWidth ?? 0;
    chart.current?.setOption(decorated(option, { label, width, written: format.number }), true);
  }, [option, label, height, format]);
  return <div ref={place} className="chart" style={{ height }} />;
}

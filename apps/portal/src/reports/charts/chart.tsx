import { useEffect, useRef } from 'react';
import { useLanguage } from '../../language/language';
import { decorated } from './decorated';
import { decoratedXy } from './decorated-xy';
import { init } from './echarts';
import type { ChartOption } from './option';
import type { XyOption } from './xy-option';

interface ChartProps {
  /** What it shows, for whoever does not see it; its figures are in the table beside it. */
  readonly label: string;
  readonly option: ChartOption | XyOption;
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
    const around = { label, width, written: format.number };
    const made = 'across' in option ? decoratedXy(option, around) : decorated(option, around);
    chart.current?.setOption(made, true);
  }, [option, label, height, format]);
  return <div ref={place} className="chart" style={{ height }} />;
}

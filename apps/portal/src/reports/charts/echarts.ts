import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only what the pages draw with. SVG: sharp on paper, and its colours are those of the page's own style sheet.
echarts.use([
  ...[
    BarChart,
    LineChart,
    ScatterChart,
    AriaComponent,
    GridComponent,
    LegendComponent,
    TooltipComponent,
    SVGRenderer,
  ],
]);

export const { init } = echarts;

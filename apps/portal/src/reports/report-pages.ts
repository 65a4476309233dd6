import type { ComponentType } from 'react';
import { AfterEthicsPage } from './pages/after-ethics-page';
import { CausesPage } from './pages/causes-page';
import { FlowPage } from './pages/flow-page';
import { LawPage } from './pages/law-page';
import { MapPage } from './pages/map-page';
import { QualityPage } from './pages/quality-page';
import { StagesPage } from './pages/stages-page';
import { SummaryPage } from './pages/summary-page';

interface ReportPageEntry {
  readonly path: string;
  /** Under which the texts have its title. */
  readonly name: 'afterEthics' | 'stages' | 'map' | 'law' | 'quality' | 'flow' | 'causes' | 'summary';
  readonly Component: ComponentType;
}

/** In the order in which a manager asks. */
export const REPORT_PAGES: readonly ReportPageEntry[] = [
  { path: 'after-ethics', name: 'afterEthics', Component: AfterEthicsPage },
  { path: 'stages', name: 'stages', Component: StagesPage },
  { path: 'map', name: 'map', Component: MapPage },
  { path: 'deadlines', name: 'law', Component: LawPage },
  { path: 'quality', name: 'quality', Component: QualityPage },
  { path: 'flow', name: 'flow', Component: FlowPage },
  { path: 'causes', name: 'causes', Component: CausesPage },
  { path: 'summary', name: 'summary', Component: SummaryPage },
];

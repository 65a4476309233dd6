import type { Type } from '@nestjs/common';
import { ActivityBody } from './activity.body';
import { CausesBody } from './causes.body';
import { ClocksBody } from './clocks.body';
import { FlowBody } from './flow.body';
import { HolderBody } from './holder.body';
import { QualityBody } from './quality.body';
import { ReportBody } from './report.body';

/** What a report can look like: a class each. */
export const REPORT_BODIES: Type[] = [
  ReportBody,
  ActivityBody,
  CausesBody,
  ClocksBody,
  FlowBody,
  HolderBody,
  QualityBody,
];

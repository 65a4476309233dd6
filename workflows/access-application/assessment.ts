import 'reflect-metadata';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { CRITERIA, TRACKS, type Track } from './codes';
import { Id, Listed } from '../payload-fields';

/** The legal assessment of one dataset: codes only, for it lies in the ledger as a whole. */
export class DatasetAssessment {
  @Id()
  dataset!: string;

  /** Whether the reviewer recommends that it be granted. */
  @IsBoolean()
  recommended!: boolean;

  /** What the ethics series says of it (Art 68(1)(f)). */
  @IsIn(['covered', 'not-covered', 'not-needed'])
  ethics!: 'covered' | 'not-covered' | 'not-needed';

  /** The track it follows, where the assessment finds another than the application said. */
  @IsOptional()
  @IsIn(TRACKS)
  track?: Track;

  /** Criteria of Art 68(1) that are not fulfilled and risks of Art 68(2) that are not mitigated. */
  @IsOptional()
  @Listed(CRITERIA)
  unmet?: (typeof CRITERIA)[number][];
}

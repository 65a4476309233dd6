import { ApiPropertyOptional } from '@nestjs/swagger';
import type { PageRequest } from '@ledtid/cases';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const USUAL = 50;
const MOST = 200;

/** Every list is paged: `limit` rows from where `cursor` of the answer before stood. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST, default: USUAL })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  limit?: number;

  @ApiPropertyOptional({ description: 'The cursor of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

/** The part of a list that a query asks for. */
export function pageRequest({ limit = USUAL, cursor }: PageQuery): PageRequest {
  return cursor === undefined ? { limit } : { limit, cursor };
}

/** The rest of a query without what was left out, as filters want it. */
export function given<Query extends object>(
  query: Query,
): { [Name in keyof Query]?: NonNullable<Query[Name]> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never;
}

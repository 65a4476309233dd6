import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

const NAME_LENGTH = 500;

export class EndSessionsBody {
  @ApiPropertyOptional({ description: 'Of this person; of everybody where it is left out.' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(NAME_LENGTH)
  subject?: string;
}

import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

const PATH_LENGTH = 2000;
const NAME_LENGTH = 100;

export class SignInQuery {
  @ApiPropertyOptional({ description: 'By which sign-in service; may be left out where there is but one.' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  issuer?: string;

  @ApiPropertyOptional({ default: '/', description: 'Where to go afterwards: a path of this service.' })
  @IsOptional()
  @IsString()
  @MaxLength(PATH_LENGTH)
  returnTo?: string;

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Prove anew who you are, as decisions ask for.',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => ({ true: true, false: false })[String(value)] ?? value)
  @IsBoolean()
  fresh?: boolean;
}

import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';

const UUID = { type: 'string', format: 'uuid' } as const;

/** A document as it is listed; its bytes are at `/content`. */
export class DocumentBody {
  @ApiProperty(UUID)
  id!: string;

  @ApiProperty({ type: 'integer', description: 'Of the event that added it.' })
  number!: number;

  @ApiProperty({ example: 'research-plan' })
  kind!: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Null once it is disposed of.' })
  name!: string | null;

  @ApiProperty({ type: 'integer', description: '1, 2, 3 within the chain of its versions.' })
  version!: number;

  @ApiProperty({ ...UUID, nullable: true, description: 'The version before.' })
  replaces!: string | null;

  @ApiProperty({ ...UUID, nullable: true, description: 'The version after.' })
  replacedBy!: string | null;

  @ApiProperty({ example: 'application/pdf', description: 'As the content tells.' })
  mediaType!: string;

  @ApiProperty({ type: 'integer', description: 'Bytes.' })
  size!: number;

  @ApiProperty({ description: 'SHA-256 of the content, in hex; it stands in the ledger too.' })
  digest!: string;

  @ApiProperty({ enum: ['clean', 'unscanned', 'disposed'] })
  state!: string;

  @ApiProperty({ description: 'Subject.' })
  addedBy!: string;

  @ApiProperty({ type: 'string', format: 'date-time' })
  addedAt!: string;
}

export class DocumentQuery {
  @ApiProperty({ description: 'Code of a configured kind of document.', example: 'research-plan' })
  @IsString()
  @Matches(/^[a-z0-9-]{1,60}$/, { message: 'kind: give the code of a kind of document' })
  kind!: string;
}

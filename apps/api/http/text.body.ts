import { ApiProperty } from '@nestjs/swagger';

/** One text in the two languages of the interface. */
export class TextBody {
  @ApiProperty({ example: 'Ta ärendet' })
  sv!: string;

  @ApiProperty({ example: 'Claim' })
  en!: string;
}

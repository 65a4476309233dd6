import { ApiProperty } from '@nestjs/swagger';
import type { DocumentRules } from '@ledtid/documents';
import { TextBody } from '../http/text.body';

class DocumentKindBody {
  @ApiProperty({ example: 'research-plan' })
  code!: string;

  @ApiProperty({ type: TextBody })
  label!: TextBody;
}

/** Which documents this installation takes, so that a person is told before anything is sent. */
export class DocumentRulesBody {
  @ApiProperty({ type: [DocumentKindBody] })
  kinds!: DocumentKindBody[];

  @ApiProperty({ type: [String], example: ['pdf', 'docx'] })
  extensions!: readonly string[];

  @ApiProperty({ type: 'integer', description: 'Bytes.' })
  bytesPerDocument!: number;

  @ApiProperty({ type: 'integer', description: 'Bytes, earlier versions among them.' })
  bytesPerCase!: number;

  @ApiProperty({ type: 'integer', description: 'Earlier versions among them.' })
  documentsPerCase!: number;

  @ApiProperty({ type: 'integer', description: 'Characters of a file name.' })
  nameLength!: number;
}

export function documentRulesBody(rules: DocumentRules): DocumentRulesBody {
  const { kinds, extensions, bytesPerDocument, bytesPerCase, documentsPerCase, nameLength } = rules;
  return {
    kinds: kinds.map(({ code, sv, en }) => ({ code, label: { sv, en } })),
    ...{ extensions, bytesPerDocument, bytesPerCase, documentsPerCase, nameLength },
  };
}

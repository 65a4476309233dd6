import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { Rule } from '../entry/rule.decorator';
import { DocumentRulesBody, documentRulesBody } from './document-rules.body';
import { KeptDocuments } from './documents-provider';

/** What may be handed in, the same for every case. It holds no case, so everybody signed in may read it. */
@ApiTags('documents')
@Controller('document-rules')
export class DocumentRulesController {
  constructor(@Inject(KeptDocuments) private readonly documents: KeptDocuments) {}

  @Get()
  @Rule(ROUTE_RULES.getDocumentRules)
  @ApiOperation({ operationId: 'getDocumentRules', summary: 'Which documents are taken' })
  @ApiOkResponse({ type: DocumentRulesBody })
  rules(): DocumentRulesBody {
    return documentRulesBody(this.documents.get().rules);
  }
}

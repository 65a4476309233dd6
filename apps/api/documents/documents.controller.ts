import {
  Controller,
  Get,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
  applyDecorators,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { type Actor, CaseReading, type DocumentView, type Page, type Refusal } from '@ledtid/cases';
import { type DocumentRefusal, isDocumentRefusal } from '@ledtid/documents';
import { create } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Shows, theCaseNamed } from '../access/shows.decorator';
import { CaseId } from '../cases/case-id.pipe';
import { CallingActor } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { PageQuery, pageRequest } from '../http/page.query';
import { documentProblem } from '../http/problem';
import { ProblemError, orRefuse } from '../http/problem-error';
import { DocumentBody, DocumentQuery } from './document.body';
import { DocumentId } from './document-id.pipe';
import { KeptDocuments } from './documents-provider';
import { sentDocument } from './sent-document';

const BYTES = { type: 'string', format: 'binary' } as const;

/** Whatever a document holds, a browser saves it, and runs nothing of it. */
const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** One document as the body, its name in a header. */
function TakesDocument(): MethodDecorator {
  return applyDecorators(
    ApiConsumes('application/octet-stream'),
    ApiBody({ schema: BYTES }),
    ApiHeader({
      name: 'Content-Disposition',
      description: "Its name, as RFC 6266 has it: `attachment; filename*=UTF-8''forskningsplan.pdf`",
      required: true,
    }),
    ApiCreatedResponse({ type: DocumentBody }),
  );
}

/** The documents of a case. Who may change its form hands them in; who may read its form reads them. */
@ApiTags('documents')
@Controller('cases/:id/documents')
export class DocumentsController {
  constructor(
    @Inject(CaseReading) private readonly reading: CaseReading,
    @Inject(KeptDocuments) private readonly documents: KeptDocuments,
  ) {}

  @Post()
  @Rule(ROUTE_RULES.addDocument)
  @ApiOperation({ operationId: 'addDocument', summary: 'Hands in a document' })
  @TakesDocument()
  async add(
    @Param('id', CaseId) id: string,
    @Query() { kind }: DocumentQuery,
    @Req() request: FastifyRequest,
    @CallingActor() actor: Actor,
  ): Promise<DocumentBody> {
    return added(await this.documents.get().add(id, kind, sentDocument(request), actor));
  }

  @Post(':documentId/versions')
  @Rule(ROUTE_RULES.replaceDocument)
  @ApiOperation({ operationId: 'replaceDocument', summary: 'Hands in a new version of a document' })
  @TakesDocument()
  async replace(
    @Param('id', CaseId) id: string,
    @Param('documentId', DocumentId) documentId: string,
    @Req() request: FastifyRequest,
    @CallingActor() actor: Actor,
  ): Promise<DocumentBody> {
    return added(await this.documents.get().replace(id, documentId, sentDocument(request), actor));
  }

  @Get()
  @Rule(ROUTE_RULES.listDocuments)
  @Shows(theCaseNamed)
  @ApiOperation({
    operationId: 'listDocuments',
    summary: 'The documents of a case, all versions, as they came',
  })
  @ApiPage(DocumentBody)
  async list(
    @Param('id', CaseId) id: string,
    @Query() query: PageQuery,
    @CallingActor() actor: Actor,
  ): Promise<Page<DocumentBody>> {
    return orRefuse(await this.reading.documents(id, pageRequest(query), actor));
  }

  @Get(':documentId/content')
  @Rule(ROUTE_RULES.readDocument)
  @Shows(theCaseNamed)
  @ApiOperation({ operationId: 'readDocument', summary: 'The content of a document, to be saved' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: BYTES })
  async read(
    @Param('id', CaseId) id: string,
    @Param('documentId', DocumentId) documentId: string,
    @CallingActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { document, content } = orRefuse(await this.documents.get().open(id, documentId, actor));
    // However the answer ends, and also where it never begins because the look could not be written down.
    reply.raw.once('close', () => content.destroy());
    void reply.header('content-security-policy', NOTHING_RUNS);
    const { mediaType: type, size: length, name } = document;
    return new StreamableFile(content, { type, length, disposition: create(name) });
  }
}

function added(answer: DocumentView | Refusal | DocumentRefusal): DocumentBody {
  if (isDocumentRefusal(answer)) throw new ProblemError(documentProblem(answer));
  return orRefuse(answer);
}

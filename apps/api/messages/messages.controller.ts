import { Body, Controller, Get, HttpCode, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { type Actor, CaseReading, Cases, type Page } from '@ledtid/cases';
import { Shows, theCaseNamed } from '../access/shows.decorator';
import { CaseId } from '../cases/case-id.pipe';
import { CallingActor } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';
import { ApiPage } from '../http/api-page.decorator';
import { PageQuery, pageRequest } from '../http/page.query';
import { orRefuse } from '../http/problem-error';
import { MessageBody, ReadInput } from './message.body';

/** What people write to each other in a case. They are sent by the command SEND_MESSAGE. */
@ApiTags('messages')
@Controller('cases/:id/messages')
export class MessagesController {
  constructor(
    @Inject(CaseReading) private readonly reading: CaseReading,
    @Inject(Cases) private readonly cases: Cases,
  ) {}

  @Get()
  @Rule(ROUTE_RULES.listMessages)
  @Shows(theCaseNamed)
  @ApiOperation({ operationId: 'listMessages', summary: 'The messages of a case, the latest first' })
  @ApiPage(MessageBody)
  async list(
    @Param('id', CaseId) id: string,
    @Query() query: PageQuery,
    @CallingActor() actor: Actor,
  ): Promise<Page<MessageBody>> {
    return orRefuse(await this.reading.messages(id, pageRequest(query), actor));
  }

  @Put('read')
  @HttpCode(204)
  @Rule(ROUTE_RULES.markMessagesRead)
  @ApiOperation({ operationId: 'markMessagesRead', summary: 'Says how far the caller has read' })
  @ApiNoContentResponse()
  async markRead(
    @Param('id', CaseId) id: string,
    @Body() { number }: ReadInput,
    @CallingActor() actor: Actor,
  ): Promise<void> {
    orRefuse((await this.cases.markMessagesRead(id, number, actor)) ?? {});
  }
}

import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUuid, refuse } from '@ledtid/cases';
import { orRefuse } from '../http/problem-error';

/** What is no id names no case: the same answer as for an id that nobody has. */
@Injectable()
export class CaseId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUuid(id)) orRefuse(refuse('unknown-case'));
    return id;
  }
}

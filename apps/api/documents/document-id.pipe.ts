import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUuid, refuse } from '@ledtid/cases';
import { orRefuse } from '../http/problem-error';

/** What is no id names no document. */
@Injectable()
export class DocumentId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUuid(id)) orRefuse(refuse('unknown-document'));
    return id;
  }
}

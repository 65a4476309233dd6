import {
  type ArgumentMetadata,
  Injectable,
  type PipeTransform,
  type ValidationError,
  ValidationPipe,
} from '@nestjs/common';
import { problem } from './problem';
import { ProblemError } from './problem-error';

/** Bodies and queries in the shape of their class. Unknown properties are faults: a slip must not pass silently. */
@Injectable()
export class SoundInput implements PipeTransform {
  private readonly bodies = pipeFor('bad-body');
  private readonly queries = pipeFor('bad-query');

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'body') return this.bodies.transform(value ?? {}, metadata);
    return metadata.type === 'query' ? this.queries.transform(value, metadata) : value;
  }
}

function pipeFor(code: 'bad-body' | 'bad-query'): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) =>
      new ProblemError(
        problem(
          code,
          errors.flatMap((error) => sentences(error)),
        ),
      ),
  });
}

function sentences({ property, constraints, children }: ValidationError): string[] {
  const own = Object.values(constraints ?? {});
  const below = (children ?? []).flatMap(sentences).map((sentence) => `${property}.${sentence}`);
  return [...own, ...below];
}

import {
  type ArgumentMetadata,
  Injectable,
  type PipeTransform,
  type ValidationError,
  ValidationPipe,
} from '@nestjs/common';
import { problem } from './problem';
import { ProblemError } from './problem-error';
import { jsonFault } from './sound-json';

/** Bodies and queries in the shape of their class. Unknown properties are faults: a slip must not pass silently. */
@Injectable()
export class SoundInput implements PipeTransform {
  private readonly bodies = pipeFor('bad-body');
  private readonly queries = pipeFor('bad-query');

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'body') return this.bodies.transform(value ?? {}, metadata);
    if (metadata.type !== 'query') return value;
    // As with bodies: what no column can hold is refused here once, instead of by every filter.
    const fault = jsonFault(value);
    if (fault !== null) throw new ProblemError(problem('bad-query', [`query: ${fault}`]));
    return this.queries.transform(value, metadata);
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

import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Declares a route's answer as a page of items. */
export function ApiPage(item: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items', 'cursor'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(item) } },
          cursor: { type: 'string', nullable: true, description: 'Asks for the next page; null at the end.' },
        },
      },
    }),
  ) as MethodDecorator;
}

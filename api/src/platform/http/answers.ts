import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * Says what a route answers: the shape stands in the OpenAPI document, and a field that the shape does not know never leaves.
 * @param status 200 for GET and PUT, 201 for POST
 */
export const Answers = (schema: z.ZodType, status: 200 | 201 = 200, description = ''): MethodDecorator =>
  applyDecorators(SerializeOptions({ schema }), ApiResponse({ status, standardSchema: schema, description }));

/** Says that a route answers with a file of this type. */
export const AnswersFile = (type: string, description = ''): MethodDecorator =>
  ApiResponse({ status: 200, description, content: { [type]: { schema: { type: 'string', format: 'binary' } } } });

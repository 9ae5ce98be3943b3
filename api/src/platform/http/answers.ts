import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * Says what a route answers: the shape stands in the OpenAPI document, and a field that the shape does not know never leaves.
 * @param status 200 for GET and PUT, 201 for POST
 */
export const Answers = (schema: z.ZodType, status: 200 | 201 = 200, description = ''): MethodDecorator =>
  applyDecorators(SerializeOptions({ schema }), ApiResponse({ status, standardSchema: schema, description }));

import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { unkeptIn, WrongShape } from './shape.js';

/** Checks a body or a query by the Zod schema named beside it (`@Body({ schema })`). @throws WrongShape */
@Injectable()
export class ShapePipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const schema = (metadata as { schema?: z.ZodType }).schema;
    if (!schema) return value;
    const unkept = unkeptIn(value);
    if (unkept.length > 0) throw new WrongShape(unkept);
    const parsed = schema.safeParse(value ?? {});
    if (!parsed.success) throw new WrongShape(parsed.error.issues);
    return parsed.data;
  }
}

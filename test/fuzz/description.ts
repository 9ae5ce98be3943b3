import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A JSON Schema as the description holds it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface DescribedOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: Described;
  readonly responses: Readonly<Record<string, Described>>;
}

/** The description of the API as the running program serves it. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

/** A route as it is described. */
export interface Operation {
  /** `POST /api/blocs/:bloc/cycles`, as the table of routes calls it. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, Schema>>;
  /** What is sent, and as what; null where nothing is. */
  readonly body: { readonly type: string; readonly schema: Schema } | null;
  readonly responses: Readonly<Record<string, Described>>;
  /** Checks the body of an answer with this status and type by the schema that is described for it. */
  validator(status: string, type: string): ValidateFunction;
}

/** Every route that the description knows. */
export function operationsOf(document: OpenApi): Operation[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
  const pointer = (...parts: string[]): string =>
    parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => {
      const [sent] = Object.entries(requestBody?.content ?? {});
      const plain = path.replaceAll(/\{(\w+)\}/g, ':$1');
      return {
        name: `${method.toUpperCase()} ${plain}`,
        method: method.toUpperCase(),
        path: plain,
        query: Object.fromEntries(parameters.filter((one) => one.in === 'query').map(({ name, schema }) => [name, schema])),
        body: sent ? { type: sent[0], schema: sent[1].schema } : null,
        responses,
        validator: (status, type) => {
          const reference = `api#${pointer('paths', path, method, 'responses', status, 'content', type, 'schema')}`;
          return ajv.getSchema(reference)!;
        },
      };
    }),
  );
}

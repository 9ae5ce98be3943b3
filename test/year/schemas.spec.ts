import { publishedSchemas } from '@thidua/workflows/year/published';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { smallYear } from '../support/small-year.js';

const fileOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Whether a value has the shape that a published schema describes, as another program would find out. */
function validator(name: string) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(fileOf(`docs/${name}`)) as object);
}

describe('the published JSON Schemas', () => {
  it.each([...publishedSchemas()])('docs/%s is what the program itself uses; written anew by `npm run schemas`', (name, text) => {
    expect(fileOf(`docs/${name}`)).toBe(text);
  });

  it.each(['api/data/2020.json', 'test/stories/data/seven.json', 'test/stories/data/three.json'])('describe %s', (path) => {
    const validate = validator('year-file.schema.json');
    expect({ valid: validate(JSON.parse(fileOf(path))), errors: validate.errors }).toEqual({ valid: true, errors: null });
  });

  it('let another program refuse a field that is missing, one too many, and a value of the wrong kind', () => {
    const validate = validator('year-file.schema.json');
    const { ranking: _ranking, ...rest } = smallYear();
    expect(validate({ ...rest, mood: 'good', setUp: { on: 7 } })).toBe(false);
    expect(validate.errors!.map(({ keyword }) => keyword)).toEqual(expect.arrayContaining(['required', 'additionalProperties', 'type']));
  });
});

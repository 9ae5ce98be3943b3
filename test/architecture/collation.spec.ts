import { readTree } from './tree.js';

/** Tables of PostgreSQL's own, and our fixed names of tables, are in no language. */
const NO_LANGUAGE = /^api\/src\/command\/backup\//;
/** Names as people bear them, in the columns and aliases under which they are read. */
const NAMES = /(?:\b\w+\.)?(?:name|short_name|name_en|"(?:unitName|shortName|blocName)")(?![\w"])/;

/** What each `order by` of a text sorts by, up to the end of its statement or bracket. */
const ordered = (text: string): string[] =>
  [...text.matchAll(/order by ([^;`)]*)/g)].flatMap(([, by]) => by!.split(',').map((part) => part.trim()));

const sources = () => [...readTree()].filter(([path]) => /^(api|workflows|web)\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts'));

describe('names of people and units', () => {
  it('are sorted by the Vietnamese alphabet wherever the database sorts them', () => {
    const plain = sources()
      .filter(([path]) => !NO_LANGUAGE.test(path))
      .flatMap(([path, text]) =>
        ordered(text)
          .filter((part) => new RegExp(`^${NAMES.source}(?:$|\\s)`).test(part) && !part.includes('collate "vi-x-icu"'))
          .map((part) => `${path}: order by ${part}`),
      );
    expect(plain).toEqual([]);
  });

  it('and wherever the program compares them', () => {
    const plain = sources().flatMap(([path, text]) =>
      [...text.matchAll(/\.localeCompare\((?:[^()]|\([^()]*\))*\)/g)]
        .filter(([call]) => !call.includes("'vi'"))
        .map(([call]) => `${path}: ${call}`),
    );
    expect(plain).toEqual([]);
  });
});

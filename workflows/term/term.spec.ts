import { termWords } from './term.words.js';

/** As much as is read beside a field without leaving it. */
const MOST = 160;

describe.each(Object.entries(termWords))('the explanation of %s', (_, { name, meaning }) => {
  it.each(['vi', 'en'] as const)('is one short sentence in %s, which does not explain the word by naming it first', (language) => {
    expect(meaning[language].length).toBeLessThanOrEqual(MOST);
    expect(meaning[language]).toMatch(/^[\p{Lu}][^.!]*\.$/u);
    expect(meaning[language].toLowerCase().startsWith(name[language].toLowerCase())).toBe(false);
  });
});

/** The two languages of the product; Vietnamese is the first. */
export type Language = 'vi' | 'en';

/** One sentence in both languages; `{name}` is filled from the parameters. */
export interface Said {
  readonly vi: string;
  readonly en: string;
}

/** What a refusal says: its HTTP status, what is the matter, and what to do next. */
export interface ProblemWords {
  readonly status: number;
  readonly detail: Said;
  readonly next: Said;
}

/** The words of one feature. A record's kind is its class in the glossary, such as `Registration`. */
export interface FeatureWords {
  readonly kinds: Readonly<Record<string, Said>>;
  readonly states: Readonly<Record<string, Readonly<Record<string, Said>>>>;
  readonly events: Readonly<Record<string, Readonly<Record<string, Said>>>>;
  readonly problems: Readonly<Record<string, ProblemWords>>;
}

/** What a placeholder may hold; words in both languages follow the sentence’s language. */
export type Filling = Readonly<Record<string, string | number | Said>>;

/** Makes a sentence pair. */
export const said = (vi: string, en: string): Said => ({ vi, en });

/** How many names a sentence bears; whoever reads on loses count. */
const FEW = 5;

/** Names in one sentence: the first five, and how many more there are. */
export function fewNames(names: readonly string[]): Said {
  const few = names.slice(0, FEW).join(', ');
  const more = names.length - FEW;
  return more > 0 ? said(`${few} và ${more} đơn vị khác`, `${few} and ${more} more`) : said(few, few);
}

/** Makes the words of a refusal. 409: the record or its surroundings are not ready; 422: what was sent is wrong; 403: not this person. */
export const refusal = (status: number, detail: Said, next: Said): ProblemWords => ({ status, detail, next });

/** Fills `{name}` placeholders; one that has no value stays visible, so that a gap is seen. */
export function fill(sentence: Said, language: Language, filling: Filling = {}): string {
  return sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const filled = Object.hasOwn(filling, name) ? filling[name] : whole;
    return typeof filled === 'object' ? filled[language] : String(filled);
  });
}

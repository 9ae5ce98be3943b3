import { keyUseWords } from '@thidua/workflows/signature/keys.words';
import { stateName } from '@thidua/workflows/words';
import type { Config } from '../platform/config/config.js';
import { surveyKeys } from '../signature/key-survey.js';

const both = (words: { readonly vi: string; readonly en: string }): string => `${words.vi} / ${words.en}`;

/** The lines that tell which keys sign, and whether all can be used and none ends soon. */
export async function tellKeys(config: Config): Promise<{ readonly lines: readonly string[]; readonly sound: boolean }> {
  const { items, unusable } = await surveyKeys(config, 'vi');
  const lines = items.flatMap((key) => [
    `${key.state === 'valid' ? '✔' : '✗'} ${key.file}: ${stateName('SigningKey', key.state, 'vi')} / ${stateName('SigningKey', key.state, 'en')}, ${key.validFrom.slice(0, 10)} – ${key.validTo.slice(0, 10)}`,
    `    ${key.name}, ${key.organisation}: ${both(keyUseWords[key.use])}`,
    `    ${key.subject}`,
    `    ← ${key.issuer}`,
    `    № ${key.serial}`,
  ]);
  const bad = unusable.map(({ file, detail, next }) => `✗ ${file}: ${detail} ${next}`);
  return { lines: [...lines, ...bad], sound: unusable.length === 0 && items.every(({ state }) => state === 'valid') };
}

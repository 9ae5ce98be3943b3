import type { Conditions } from '../permission.js';
import { eventName, kindName, roleName, stateName } from '../words.js';
import { fill, said, type Said } from '../wording.js';
import { actionWords, conditionWords, everyWords, holderWords, stepWords } from './permission.words.js';
import { sourceOf, type Holder } from './probe.js';

const LANGUAGES = ['vi', 'en'] as const;

/** What the catalogue calls something, in both languages. @throws Error where it has no words: it then answers with the name itself */
function named(what: string, name: string, look: (language: 'vi' | 'en') => string): Said {
  const [vi, en] = LANGUAGES.map(look) as [string, string];
  if (vi === name || en === name) throw new Error(`No words for ${what} ${name}`);
  return said(vi, en);
}

/** What a kind of record is called. @throws Error where it has no words */
export const kindWords = (kind: string): Said => named('the kind', kind, (language) => kindName(kind, language));

/** What an action is called: the word of its button where it has one. @throws Error where it has no words */
export const wordsOfAction = (kind: string, action: string): Said =>
  actionWords[action] ?? named(`the action of ${kind}`, action, (language) => eventName(kind, action, language));

/** Who a grant is for. */
export const wordsOfHolder = (holder: Holder): Said =>
  holder === 'system' || holder === 'recipient' ? holderWords[holder] : named('the post', holder, (language) => roleName(holder, language));

/** Several phrases in one. */
export const joined = (parts: readonly Said[], separator: Said): Said =>
  said(parts.map(({ vi }) => vi).join(separator.vi), parts.map(({ en }) => en).join(separator.en));

const COMMA = said(', ', ', ');

function stepsInWords(kind: string, states: string): Said {
  const quoted = states.split('|').map((state) => {
    const name = named(`the state of ${kind}`, state, (language) => stateName(kind, state, language));
    return said(...(LANGUAGES.map((language) => fill(stepWords.quoted, language, { state: name })) as [string, string]));
  });
  const last = quoted.slice(-1);
  const list = quoted.length > 1 ? joined([joined(quoted.slice(0, -1), COMMA), ...last], stepWords.or) : last[0]!;
  return said(...(LANGUAGES.map((language) => fill(stepWords.at, language, { states: list })) as [string, string]));
}

const TOGETHER = Object.keys(conditionWords)
  .map((key) => ({ key, parts: key.split(' ') }))
  .filter(({ parts }) => parts.length > 1 && parts.every((part) => part.includes('=')))
  .sort((a, b) => b.parts.length - a.parts.length);

/** Conditions that make sense together stand as one, the most of them first. */
function together(parts: readonly string[]): string[] {
  const found = TOGETHER.find((one) => one.parts.every((part) => parts.includes(part)));
  return found ? [found.key, ...parts.filter((part) => !found.parts.includes(part))] : [...parts];
}

/**
 * The conditions of a rule in words.
 * @throws Error where one has no wording: a rule that nobody can read is no rule
 */
export function conditionsInWords(holder: Holder | null, kind: string, conditions: Conditions): Said {
  const parts = Object.entries(conditions).map(([column, value]) => `${column}=${sourceOf(value)}`);
  const phrases = together(parts).map((part) => {
    if (part.startsWith('state=')) return stepsInWords(kind, part.slice('state='.length));
    const words = conditionWords[`${kind} ${part}`] ?? conditionWords[part];
    if (!words) throw new Error(`No words for the condition ${part} on ${kind}`);
    return words;
  });
  if (phrases.length > 0) return joined(phrases, COMMA);
  const every = holder ? everyWords[holder] : undefined;
  if (!every) throw new Error(`No words for what ${holder ?? 'everybody'} may do to every ${kind}`);
  return every;
}

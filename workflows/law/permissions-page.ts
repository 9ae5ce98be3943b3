import { asksProof } from '../account/proof.js';
import { permissions } from '../permissions.js';
import { isProblemCode } from '../problem.js';
import { eventTypes, kindsInWords, problemWords } from '../words.js';
import { said, type Said } from '../wording.js';
import { conditionsInWords, joined, kindWords, wordsOfAction, wordsOfHolder } from './describe.js';
import { pageWords, principleWords } from './permission.words.js';
import { grants, prohibitions, ROLES, type Grant, type Holder, type Prohibition } from './probe.js';

const SEMICOLON = said('; ', '; ');
const ORDER: readonly Holder[] = [...ROLES, 'system', 'recipient'];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Vietnamese first, English beside it. */
const beside = ({ vi, en }: Said): string => `${vi} · *${en}*`;
const cell = ({ vi, en }: Said): string => `${vi}<br>*${en}*`;

const table = (heads: readonly Said[], rows: readonly (readonly Said[])[]): string[] => [
  `| ${heads.map(beside).join(' | ')} |`,
  `|${heads.map(() => '---').join('|')}|`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  '',
];

/** Actions in the order in which they come in a record's life. */
function actionsInWords(kind: string, actions: readonly string[]): Said {
  const order = ['read', ...eventTypes(kind)];
  const sorted = [...actions].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return joined(
    sorted.map((action) => wordsOfAction(kind, action)),
    SEMICOLON,
  );
}

/** The grants of a kind, one line for each holder and condition, in the order of the posts. */
function grantRows(kind: string, all: readonly Grant[]): Said[][] {
  return ORDER.flatMap((holder) => {
    const lines = new Map<string, { words: Said; actions: Set<string> }>();
    for (const { actions, conditions } of all.filter((grant) => grant.holder === holder)) {
      const words = conditionsInWords(holder, kind, conditions);
      const line = lines.get(words.vi) ?? { words, actions: new Set() };
      for (const action of actions) line.actions.add(action);
      lines.set(words.vi, line);
    }
    return [...lines.values()].map(({ words, actions }) => [wordsOfHolder(holder), actionsInWords(kind, [...actions]), words]);
  });
}

function prohibitionRows(kind: string, all: readonly Prohibition[]): Said[][] {
  return all.map(({ actions, conditions, reason }) => {
    if (!isProblemCode(reason)) throw new Error(`No words for the reason ${reason}`);
    const { detail, next } = problemWords[reason];
    return [actionsInWords(kind, actions), conditionsInWords(null, kind, conditions), detail, next];
  });
}

/** A line that names what nobody, or nobody but the program, may do; none where there is nothing to name. */
const line = (head: Said, named: readonly Said[]): string[] =>
  named.length === 0 ? [] : [`**${head.vi}** · *${head.en}*: ${joined(named, SEMICOLON).vi} · *${joined(named, SEMICOLON).en}*.`, ''];

function closingLines(kind: string, all: readonly Grant[]): string[] {
  const granted = (holders: readonly Holder[]) =>
    new Set(all.filter(({ holder }) => holders.includes(holder)).flatMap(({ actions }) => actions));
  const [byPosts, byProgram, byAnybody] = [granted(ROLES), granted(['system']), granted(ORDER)];
  const idle = ROLES.filter((role) => !all.some(({ holder }) => holder === role));
  return [
    ...line(
      pageWords.onlyProgram,
      [...byProgram].filter((action) => !byPosts.has(action)).map((action) => wordsOfAction(kind, action)),
    ),
    ...line(
      pageWords.nobody,
      eventTypes(kind)
        .filter((action) => !byAnybody.has(action))
        .map((action) => wordsOfAction(kind, action)),
    ),
    ...line(
      pageWords.proof,
      eventTypes(kind)
        .filter((action) => asksProof(kind, action) && byPosts.has(action))
        .map((action) => wordsOfAction(kind, action)),
    ),
    ...line(pageWords.noPart, idle.map(wordsOfHolder)),
  ];
}

function chapter(kind: string, allGrants: readonly Grant[], allProhibitions: readonly Prohibition[]): string[] {
  const own = allGrants.filter((grant) => grant.kind === kind);
  const forbidden = prohibitionRows(
    kind,
    allProhibitions.filter((prohibition) => prohibition.kind === kind),
  );
  const { vi, en } = kindWords(kind);
  return [
    `## ${beside(said(capital(vi), capital(en)))}`,
    '',
    ...table([pageWords.who, pageWords.may, pageWords.which], grantRows(kind, own)),
    ...(forbidden.length === 0
      ? []
      : [
          `**${pageWords.forbidden.vi}** · *${pageWords.forbidden.en}*`,
          '',
          ...table([pageWords.mayNot, pageWords.which, pageWords.why, pageWords.next], forbidden),
        ]),
    ...closingLines(kind, own),
  ];
}

/**
 * The text of docs/permissions.md: everything that anybody may do, told from the rules themselves.
 * @throws Error where a rule, a condition or a reason has no words
 */
export function permissionsPage(features = permissions): string {
  const [allGrants, allProhibitions] = [grants(features), prohibitions(features)];
  const order = kindsInWords();
  const kinds = [...new Set([...allGrants, ...allProhibitions].map(({ kind }) => kind))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  const lines = [
    `# ${pageWords.title.vi} · ${pageWords.title.en}`,
    '',
    `${pageWords.made.vi}<br>*${pageWords.made.en}*`,
    '',
    `## ${beside(pageWords.reading)}`,
    '',
    ...principleWords.map(({ vi, en }, at) => `${at + 1}. ${vi}<br>*${en.replaceAll('**', '')}*`),
    '',
    ...kinds.flatMap((kind) => chapter(kind, allGrants, allProhibitions)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

import { doorFiles, takeChecks } from './door.mjs';
import { machineFiles, takeGuards } from './machines.mjs';
import { permissionFiles, takePermissions } from './permissions.mjs';
import { Source } from './sources.mjs';

/** The promises over HTTP in which a feature's rules are met, the quickest first. */
const OVER_HTTP = {
  account: ['account', 'cycle', 'walls'],
  checkpoint: ['checkpoints', 'audit-checkpoints'],
  cycle: ['cycle', 'registration', 'recusal'],
  registration: ['registration', 'work'],
  scorecard: ['sealed', 'scorecards'],
  ranking: ['rounds', 'work'],
  nomination: ['rounds', 'recusal-meeting'],
  person: ['people'],
  register: ['document-work', 'documents', 'numbers'],
  report: ['sections', 'report'],
  dispatch: ['receipts', 'dispatch', 'dispatch-work'],
  substitution: ['substitution', 'substitution-documents'],
  unit: ['units', 'unranked'],
  rights: ['rights', 'visible-records', 'registration'],
  door: ['door', 'registration', 'account', 'door-races', 'closing', 'fresh-proof', 'unranked', 'sealed'],
};

const http = (name) =>
  (OVER_HTTP[name] ?? ['account', 'registration']).map((spec) => ({ project: 'test', path: `/test/api/${spec}.spec.ts` }));

/** What holds for all features: reaching a bloc, the own unit, recusals. */
const FOR_ALL = 'ability.spec.ts|law/own-unit.spec.ts|cycle/recusal.spec.ts';

/** The specs of the law that a file of `workflows` is held by: its own folder, and what holds for all. */
function unitSpecs(file) {
  const [, folder, name] = /^workflows\/(?:([^/]+)\/)?([^/]+)$/.exec(file) ?? [];
  if (!name) return [];
  return [{ project: 'workflows', path: `/workflows/(${folder ? `${folder}/` : 'scorecard/|substitution/'}|${FOR_ALL})` }];
}

const featureOf = (file) => (file.includes('/rights/') ? 'rights' : /^workflows\/([^/]+)\//.exec(file)?.[1]);

/** The three parts of what guards the product. */
export const PARTS = {
  permissions: { files: permissionFiles, take: takePermissions, specs: (file) => [...unitSpecs(file), ...http(featureOf(file))] },
  machines: { files: machineFiles, take: takeGuards, specs: (file) => [...unitSpecs(file), ...http(featureOf(file))] },
  door: { files: doorFiles, take: takeChecks, specs: () => http('door') },
};

/**
 * Every guard of the wanted parts that can be taken away, and the sources in which each can be: one text holds them all, behind switches.
 * @returns {{ mutants: import('./sources.mjs').Mutant[], sources: Source[] }}
 */
export function planOf(root, files, parts) {
  const mutants = [];
  const sources = [];
  for (const part of parts) {
    for (const file of PARTS[part].files(files)) {
      const source = new Source(root, file);
      const mutant = ({ file: path }, position, what) => {
        mutants.push({ id: mutants.length + 1, part, file: path, line: source.lineOf(position), what });
        return mutants.length;
      };
      PARTS[part].take(source, mutant, root);
      sources.push(source);
    }
  }
  return { mutants, sources };
}

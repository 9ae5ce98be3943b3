import type { Manner } from '@thidua/workflows/actor';
import type { DocumentFacts } from '@thidua/workflows/register/document.schema';
import { areaOf } from '@thidua/workflows/substitution/area';
import { minuteInWords } from '@thidua/workflows/substitution/minute';

/** Somebody has given the signing of a bloc's documents to somebody else for now. */
export interface Delegation {
  readonly principalId: string;
  readonly name: string;
  readonly until: string;
  readonly principalName: string;
  readonly manner: Manner;
  readonly ownTitle: string;
  readonly ownUnitId: string;
}

/** SQL of the delegations in force of whoever heads the unit of papers in a year: read once for all of them. `alias` has head_unit_id and cycle_id. */
export const delegationsOf = (alias: string): string => `delegations_of(${alias}.head_unit_id, ${alias}.cycle_id, '${areaOf('Document')}')`;

/** To whom the one who acts has given the signing; nobody where they sign themselves. */
export function delegatedBy(
  personId: string | null,
  delegations: readonly Delegation[],
): Pick<DocumentFacts, 'delegate' | 'delegatedUntil'> {
  const own = delegations.find(({ principalId }) => principalId === personId);
  return own ? { delegate: own.name, delegatedUntil: minuteInWords(new Date(own.until)) } : { delegate: '', delegatedUntil: '' };
}

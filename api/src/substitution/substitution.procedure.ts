import type { Manner } from '@thidua/workflows/actor';
import type { Area } from '@thidua/workflows/substitution/area';
import { minuteInWords } from '@thidua/workflows/substitution/minute';
import { substitutionMachine } from '@thidua/workflows/substitution/substitution.machine';
import type { AuthorisationPaper, SubstitutionEvent, SubstitutionFacts } from '@thidua/workflows/substitution/substitution.schema';
import { areaWords, mannerWords } from '@thidua/workflows/substitution/substitution.words';
import { procedure, type Beside, type ChainedRow } from '../platform/door/procedure.js';

/** A row of `substitution`. */
export interface SubstitutionRow extends ChainedRow {
  readonly principalPostId: string;
  readonly principalId: string;
  readonly substitutePostId: string;
  readonly substituteId: string;
  readonly manner: Manner;
  readonly areas: readonly Area[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly endedAt: string | null;
  readonly paper: AuthorisationPaper | null;
  readonly note: string;
}

type Told = Pick<SubstitutionRow, 'manner' | 'areas'> & { readonly from: Date; readonly to: Date };

/** The letters to the two persons whom it is about; names are read as the letters are put into the outbox. */
export function lettersTo({ manner, areas, from, to }: Told, wanted: { readonly principal: string; readonly substitute: string }): Beside {
  const facts = {
    manner: mannerWords[manner].vi,
    areas: areas.map((area) => areaWords[area].vi).join('; '),
    from: minuteInWords(from).vi,
    to: minuteInWords(to).vi,
  };
  return {
    name: 'letters_made',
    sql: `insert into delivery (id, province_id, record_kind, record_id, n, letter, facts, person_id, recipient_name, address)
      select gen_random_uuid(), u.province_id, 'Substitution', u.id, u.entries, w.letter,
             $1::jsonb || jsonb_build_object('principal', p.name, 'substitute', s.name), e.id, e.name, a.email
        from u join person p on p.id = u.principal_id join person s on s.id = u.substitute_id
        cross join lateral (values (u.principal_id, $2::text), (u.substitute_id, $3::text)) w(person_id, letter)
        join person e on e.id = w.person_id join account a on a.person_id = e.id and a.disabled_at is null`,
    values: [JSON.stringify(facts), wanted.principal, wanted.substitute],
  };
}

/** A substitution outlives the year of which it may be: it ends by its own time. */
export const substitutionProcedure = procedure<SubstitutionRow, SubstitutionFacts, SubstitutionEvent>({
  kind: 'Substitution',
  table: 'substitution',
  wall: 'province',
  machine: substitutionMachine,
  outlivesYear: true,
  facts: 'select s.id, s.valid_to <= $3 as over from substitution s where s.province_id = $1 and s.id = any($2)',
  set: ({ now }) => ({ endedAt: now.toISOString() }),
  beside: ({ record }) => {
    const told = { ...record, from: new Date(record.validFrom), to: new Date(record.validTo) };
    return [lettersTo(told, { principal: 'substitution-ended', substitute: 'substitution-ended' })];
  },
});

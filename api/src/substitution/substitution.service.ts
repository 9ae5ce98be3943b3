import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import { Problem } from '@thidua/workflows/problem';
import { unmetForNaming } from '@thidua/workflows/substitution/naming';
import type {
  FittingPosts,
  SubstitutionDraft,
  SubstitutionEvent,
  SubstitutionPage,
  SubstitutionQuery,
  SubstitutionView,
} from '@thidua/workflows/substitution/substitution.schema';
import { fill, said } from '@thidua/workflows/wording';
import { minuteInWords } from '@thidua/workflows/substitution/minute';
import { camelRow } from '../platform/database/camel.js';
import { markOf, placeOf } from '../platform/database/keyset.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { lettersTo, substitutionProcedure, type SubstitutionRow } from './substitution.procedure.js';
import { fittingPost, substitutionView, type FittingRow, type SubstitutionColumns } from './substitution.view.js';

/** First whatever the reader gave and got, by the posts; then what the parties of these, and of no others, are called. */
const viewsOf = (visible: string): string => `
  with own as materialized (
    select s as given, s.id, s.created_at from substitution s where s.province_id = $1 and ($2::uuid is null or s.id = $2) and ${visible}
       and ($3::timestamptz is null or (s.created_at, s.id) < ($3::timestamptz, $4::uuid))
     order by s.created_at desc, s.id desc limit $5)
  select to_jsonb(o.given) as record, o.created_at::text as at, p.fits, p.principal, p.substitute, p.bloc_name as "blocName", p.year
    from own o join parties_of(array(select given from own)) p on p.id = o.id
   order by o.created_at desc, o.id desc`;

const MET = `
  select m.how, s.valid_to as "until", p.substitute ->> 'name' as name
    from substitutions_met($1, $2, $3, $4, $5, $6, $7) m join substitution s on s.id = m.id join parties_of(array[s]) p on p.id = m.id`;

interface MetRow {
  readonly how: 'other' | 'loop';
  readonly until: Date;
  readonly name: string;
}

/** What is known of somebody who is to be named. */
interface Named {
  readonly substituteId: string;
  readonly cycleId: string | null;
  readonly from: Date;
  readonly to: Date;
}

/** Who stands in for whom, until when: named and ended by whoever holds the post. */
@Injectable()
export class SubstitutionService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
  ) {}

  /** What the reader gave and got in this province, newest first. */
  list(at: At, { after, limit }: SubstitutionQuery): Promise<SubstitutionPage> {
    return this.reader.read(at, async (reading) => {
      const [moment, id] = placeOf(after, ['instant', 'id']);
      const rows = await this.rows(reading, [null, moment ?? null, id ?? null, limit + 1]);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: await views(reading, shown),
        next: rows.length > limit && last ? markOf([last.at, String(last.record['id'])]) : null,
      };
    });
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<SubstitutionView> {
    return this.reader.read(at, async (reading) => {
      const [view] = await views(reading, await this.rows(reading, [id, null, null, 1]));
      if (!view) throw new Problem('not-found');
      return view;
    });
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      if ((await this.rows(reading, [id, null, null, 1])).length === 0) throw new Problem('not-found');
      return { items: await historyOf(reading, 'Substitution', id, 'province') };
    });
  }

  /** Who may be named today for the posts of the reader in this province. */
  fitting(at: At): Promise<FittingPosts> {
    return this.reader.read(at, async (reading) => {
      const own = ownPosts(reading);
      const rows = await Promise.all(own.map((id) => fittingRows(reading, id)));
      return { items: own.flatMap((id, n) => rows[n]!.map((row) => fittingPost(id, row, reading.language))) };
    });
  }

  /**
   * Names somebody. The database asks once more whether somebody stands in already: two may be named at one moment.
   * @throws Problem 'needs-own-post' | 'needs-sound-period' | 'needs-fitting-post' | 'needs-no-loop' | 'needs-no-other-substitute'
   */
  async create(at: At, draft: SubstitutionDraft): Promise<SubstitutionView> {
    const { substituteId, cycleId, from, to } = await this.reader.read(at, (reading) => named(reading, draft, at.caller.key));
    const { manner, areas, principalPostId, substitutePostId, paper = null, note = '' } = draft;
    const { id } = await this.door.create(at, {
      kind: 'Substitution',
      table: 'substitution',
      scope: 'province',
      state: 'given',
      columns: ({ personId }) => ({
        ...{ principalPostId, principalId: personId, substitutePostId, substituteId, manner, cycleId, areas, paper, note },
        validFrom: from.toISOString(),
        validTo: to.toISOString(),
      }),
      entry: { principalPost: principalPostId, substitute: substituteId, substitutePost: substitutePostId, manner, areas, cycle: cycleId, valid: { from, to }, paper }, // prettier-ignore
      beside: [lettersTo({ manner, areas, from, to }, { principal: 'substitution-given', substitute: 'substitution-received' })],
    });
    return this.one(at, id);
  }

  /** @throws Problem 'stale' | 'forbidden' | 'needs-running-substitution' */
  async send(at: At, id: string, event: SubstitutionEvent): Promise<SubstitutionView> {
    await this.door.pass(substitutionProcedure, at, id, event);
    return this.one(at, id);
  }

  /** Rows that the reader gave or got: one by its id, or a page from a moment and an id on. */
  private rows(reading: Reading, asked: readonly [id: string | null, moment: string | null, after: string | null, limit: number]) {
    const values: unknown[] = [reading.scope.provinceId, ...asked];
    const visible = visibleTo(reading.rights, 'Substitution', 's', values);
    return reading.rows<SubstitutionColumns & { readonly at: string }>(viewsOf(visible), values);
  }
}

async function views(reading: Reading, rows: readonly SubstitutionColumns[]): Promise<SubstitutionView[]> {
  const records = rows.map(({ record }) => camelRow(record) as unknown as SubstitutionRow);
  const actions = await reading.actions(substitutionProcedure, records);
  return rows.map((row, n) => substitutionView(row, records[n]!, actions.get(records[n]!.id) ?? [], reading.now, reading.language));
}

/** The posts of the reader in this province for which they may name somebody. */
const ownPosts = ({ actor, rights, scope }: Reading): string[] =>
  [...new Set(actor.posts.filter(({ provinceId }) => provinceId === scope.provinceId).map(({ id }) => id))].filter((principalPostId) =>
    may(rights, 'create', 'Substitution', { principalPostId }),
  );

const fittingRows = (reading: Reading, postId: string): Promise<FittingRow[]> =>
  reading.rows<FittingRow>('select * from fitting_posts($1) order by "unitName" collate "vi-x-icu", name collate "vi-x-icu", manner', [
    postId,
  ]);

/** Looks up whom a draft names. @throws Problem as `create` */
async function named(reading: Reading, draft: SubstitutionDraft, key: string | null): Promise<Named> {
  const { principalPostId, substitutePostId, manner, areas } = draft;
  const cycle = 'cycleId' in draft ? (draft.cycleId ?? null) : null;
  const from = draft.from ? new Date(draft.from) : reading.now;
  const to = new Date(draft.to);
  const ownPost = ownPosts(reading).includes(principalPostId);
  const fitting = ownPost ? await fittingRows(reading, principalPostId) : [];
  const found = fitting.find((row) => row.postId === substitutePostId && row.manner === manner && row.cycleId === cycle);
  const { personId } = reading.actor;
  const met = found && from < to ? await reading.rows<MetRow>(MET, [principalPostId, personId, found.personId, cycle, JSON.stringify(areas), from, to]) : []; // prettier-ignore
  const [first, ...more] = unmetForNaming({
    ownPost,
    fits: found !== undefined,
    loops: met.some(({ how }) => how === 'loop'),
    other: met.filter(({ how }) => how === 'other').map((row) => untilInWords(row, reading)).join('; '), // prettier-ignore
    from,
    to,
    now: reading.now,
  });
  // A press that got no answer and is sent again finds what it did: the door knows its key.
  const sentAgain = first !== undefined && found !== undefined && (await isUsed(reading, key));
  if ((first && !sentAgain) || !found)
    throw new Problem(first?.code ?? 'needs-fitting-post', first?.filling, first ? [first, ...more] : []);
  return { substituteId: found.personId, cycleId: found.cycleId, from, to };
}

async function isUsed(reading: Reading, key: string | null): Promise<boolean> {
  const values = [reading.scope.provinceId, key, reading.actor.personId];
  return (
    (await reading.rows('select 1 from province_idempotency where province_id = $1 and key = $2 and person_id = $3', values)).length > 0
  );
}

const UNTIL = said('{name} (đến {until})', '{name} (until {until})');
const untilInWords = ({ name, until }: MetRow, { language }: Reading): string =>
  fill(UNTIL, language, { name, until: minuteInWords(until) });

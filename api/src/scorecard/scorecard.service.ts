import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import { SYSTEM } from '@thidua/workflows/actor';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { Problem } from '@thidua/workflows/problem';
import { refuseFaulty } from '@thidua/workflows/scorecard/points';
import type { ScorecardEdit, ScorecardEvent, ScorecardQuery, ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { ASKED_YEAR } from '../cycle/asked-year.js';
import { remindedAt } from '../cycle/reminders.js';
import { camelRow } from '../platform/database/camel.js';
import { asProgram, type At, type Place } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { rulesOf } from './rules-of.js';
import { scorecardProcedure, type ScorecardRow } from './scorecard.procedure.js';
import { scorecardView, selectCards, type CardColumns } from './scorecard.view.js';

/** A year has no more members (cycle.schema), so no group has more cards. */
const MOST_MEMBERS = 300;

/** Events after which nothing may be awaited in the group: its sheets may all be in or declined when its last card comes, or goes. */
const LAST_OF_GROUP: readonly string[] = ['submit', 'exclude'];

/** Refusals that say: another press, or the worker, opened the seal first, or a sheet is missing. */
const ALREADY: readonly string[] = ['stale', 'not-in-this-state', 'needs-all-sheets'];

@Injectable()
export class ScorecardService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
  ) {}

  /** The cards of a year, or the matrix of one group, in the order of the report's sections. `next` is the place of the last card shown. */
  list(at: At, query: ScorecardQuery): Promise<{ items: ScorecardView[]; next: string | null }> {
    return this.reader.read(at, async (reading) => {
      const after = Number.parseInt(query.after ?? '0', 10) || 0;
      const values = [at.blocId, query.year ?? null, query.group ?? null, after];
      const shownFrom = '($3::int is null or g.number = $3) and m.position > $4';
      const rows = await this.rows(reading, `s.cycle_id = ${ASKED_YEAR}`, values, query.limit + 1, shownFrom);
      const shown = rows.slice(0, query.limit);
      return { items: await views(reading, shown), next: rows.length > query.limit ? String(shown.at(-1)!.position) : null };
    });
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<ScorecardView> {
    return this.reader.read(at, async (reading) => (await views(reading, [await this.row(reading, at, id)]))[0]!);
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      await this.row(reading, at, id);
      return { items: await historyOf(reading, 'Scorecard', id) };
    });
  }

  /** Saves the unit's own points. @throws Problem 'points-out-of-range' and its like with pointers | 'stale' | 'forbidden' | 'not-in-this-state' */
  async edit(at: At, id: string, { version, scores }: ScorecardEdit): Promise<ScorecardView> {
    await this.door.edit(scorecardProcedure, at, id, version, (_, actor, { rules }) => {
      refuseFaulty((rules as CycleRules).criteria, scores);
      return { selfScores: JSON.stringify(scores), enteredBy: actor.personId };
    });
    return this.one(at, id);
  }

  /** The only way in which a person moves a card. @throws Problem 'points-out-of-range' and its like with pointers | 'stale' | 'forbidden' | the name of each guard that does not hold */
  async send(at: At, id: string, event: ScorecardEvent): Promise<ScorecardView> {
    if ('scores' in event) {
      const { criteria } = await this.reader.read(at, (reading) => rulesOf(reading, at.blocId, id));
      refuseFaulty(criteria, event.scores);
    }
    await this.door.pass(scorecardProcedure, at, id, event);
    if (LAST_OF_GROUP.includes(event.type)) await this.unsealGroup(at, id);
    return this.one(at, id);
  }

  /**
   * Opens the seals of a card's whole group if nothing is awaited in it; for the program itself, after a sheet was submitted or declined.
   * @param id any card of the group
   * @returns how many cards this call opened
   */
  async unsealGroup(place: Place, id: string): Promise<number> {
    const at = programAt(place);
    const ready = await this.reader.read(at, (reading) => this.readyToOpen(reading, at, id));
    let opened = 0;
    for (const { id: card, version } of ready) if (await this.unseal(at, card, version)) opened += 1;
    return opened;
  }

  /**
   * Opens the seal after the last day of peer scoring, for the worker, which tries again after 'stale': the unit submitted its own
   * points in that very moment, before midnight. @throws Problem 'stale' | 'not-in-this-state' | 'not-found'
   */
  async unsealAtDeadline(place: Place, id: string): Promise<void> {
    const at = programAt(place);
    const { version } = await this.reader.read(at, async (reading) => recordOf(await this.row(reading, at, id)));
    await this.door.pass(scorecardProcedure, at, id, { type: 'unseal', version });
  }

  /** @returns whether this call opened it */
  private async unseal(at: At, id: string, version: number): Promise<boolean> {
    try {
      await this.door.pass(scorecardProcedure, at, id, { type: 'unseal', version });
      return true;
    } catch (error) {
      if (error instanceof Problem && ALREADY.includes(error.code)) return false;
      throw error;
    }
  }

  /** The cards of a group whose seals can be opened now; the rest of the group is not read when the one that is asked for is sealed and stays so. */
  private async readyToOpen(reading: Reading, at: At, id: string): Promise<ScorecardRow[]> {
    const one = recordOf(await this.row(reading, at, id));
    if (one.state === 'peer' && (await openable(reading, [one])).length === 0) return [];
    const group = `s.cycle_id = $2 and s.group_id is not distinct from $3::uuid and s.state = 'peer'`;
    const rows = await this.rows(reading, group, [at.blocId, one.cycleId, one.groupId], MOST_MEMBERS);
    return openable(reading, rows.map(recordOf));
  }

  private async row(reading: Reading, at: At, id: string): Promise<CardColumns> {
    const [row] = await this.rows(reading, 's.id = $2', [at.blocId, id], 1);
    if (!row) throw new Problem('not-found');
    return row;
  }

  private rows(reading: Reading, where: string, values: unknown[], limit: number, shown = 'true'): Promise<CardColumns[]> {
    const visible = visibleTo(reading.rights, 'Scorecard', 's', values);
    return reading.rows<CardColumns>(selectCards(`${where} and ${visible}`, shown, limit), values);
  }
}

const programAt = ({ blocId, provinceId }: Place): At => ({ blocId, provinceId, caller: asProgram(SYSTEM) });

/** Those of some cards whose seals can be opened now. */
async function openable(reading: Reading, records: readonly ScorecardRow[]): Promise<ScorecardRow[]> {
  const actions = await reading.actions(scorecardProcedure, records);
  return records.filter(({ id }) => actions.get(id)?.some(({ type, needs }) => type === 'unseal' && needs.length === 0));
}

const recordOf = (row: CardColumns): ScorecardRow => camelRow(row.record) as unknown as ScorecardRow;

async function views(reading: Reading, rows: readonly CardColumns[]): Promise<ScorecardView[]> {
  const records = rows.map(recordOf);
  const actions = await reading.actions(scorecardProcedure, records);
  return rows.map((row, at) => {
    const record = records[at]!;
    const own = may(reading.rights, 'edit', 'Scorecard', record);
    const told = remindedAt(reading.rights, 'Scorecard', record.state === 'self', record);
    return scorecardView(row, record, {
      actions: actions.get(record.id) ?? [],
      own,
      remindedAt: told,
      now: reading.now,
      language: reading.language,
    });
  });
}

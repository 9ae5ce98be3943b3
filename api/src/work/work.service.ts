import { Injectable } from '@nestjs/common';
import { grantingPost } from '@thidua/workflows/ability';
import { unitsOf, type Actor } from '@thidua/workflows/actor';
import { eventsIn } from '@thidua/workflows/advance';
import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import { pageOf } from '@thidua/workflows/letters';
import { machines } from '@thidua/workflows/machines';
import { turnInWords, turnsFor } from '@thidua/workflows/work/turn';
import { daysLeft, inOrder, isAwaited, stepsOf } from '@thidua/workflows/work/work';
import type { Work, WorkItem } from '@thidua/workflows/work/work.schema';
import type { Language } from '@thidua/workflows/wording';
import { eventName, stateName } from '@thidua/workflows/words';
import { vietnamDay } from '@thidua/workflows/working-days';
import { CycleService } from '../cycle/cycle.service.js';
import { DispatchService } from '../dispatch/dispatch.service.js';
import { ReceiptService } from '../dispatch/receipt.service.js';
import { RoundService } from '../nomination/round.service.js';
import type { At } from '../platform/door/caller.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { RankingService } from '../ranking/ranking.service.js';
import { DocumentService } from '../register/document.service.js';
import { RegistrationService } from '../registration/registration.service.js';
import { ReportService } from '../report/report.service.js';
import { SectionService } from '../report/section.service.js';
import { ScorecardService } from '../scorecard/scorecard.service.js';
import { SheetService } from '../scorecard/sheet.service.js';
import {
  ofDispatches,
  ofDocuments,
  ofRankings,
  ofReceipts,
  ofRegistrations,
  ofReports,
  ofRounds,
  ofScorecards,
  ofSections,
  ofSheets,
  type Awaited,
  type Source,
} from './work.sources.js';

/** For whom work is told, and on which day. */
interface Audience {
  readonly at: At;
  readonly cycle: CycleView;
  readonly today: string;
  readonly own: readonly string[];
  readonly actor: Actor;
}

/** Gathers what waits for the reader from the actions that every record already offers: no second law of who does what. */
@Injectable()
export class WorkService {
  /** The records of a year in which work may wait, a kind each. */
  private readonly sources: readonly Source[];

  constructor(
    private readonly reader: Reader,
    private readonly cycles: CycleService,
    registrations: RegistrationService,
    scorecards: ScorecardService,
    sheets: SheetService,
    rankings: RankingService,
    rounds: RoundService,
    sections: SectionService,
    reports: ReportService,
    documents: DocumentService,
    dispatches: DispatchService,
    receipts: ReceiptService,
  ) {
    this.sources = [
      (_, cycle) => Promise.resolve([ofCycle(cycle)]),
      ofRegistrations(registrations),
      ofScorecards(scorecards),
      ofSheets(sheets),
      ofRankings(rankings),
      ofRounds(rounds),
      ofSections(sections),
      ofReports(reports),
      ofDocuments(documents),
      ofDispatches(dispatches),
      ofReceipts(receipts),
    ];
  }

  /**
   * The work of whoever asks, in one bloc and year. All lists are read in one snapshot, one after the other: at once they would take a
   * dozen connections, and two readers would have all there are.
   */
  of(at: At, year?: number): Promise<Work> {
    return this.reader.read(at, (reading) => {
      const within: At & { readonly within: Reading } = { ...at, within: reading };
      return this.listed(within, reading, year);
    });
  }

  private async listed(at: At, { now, actor }: Reading, year?: number): Promise<Work> {
    const today = vietnamDay(now);
    const { items: cycles } = await this.cycles.list(at, year);
    const cycle = cycles[0];
    if (!cycle) return { today, cycleState: null, waiting: [], others: [], steps: [] };
    const audience: Audience = { at, cycle, today, own: unitsOf(actor), actor };
    const records: Awaited[] = [];
    for (const source of this.sources) records.push(...(await source(at, cycle)));
    return {
      today,
      cycleState: cycle.state,
      waiting: inOrder(records.flatMap((record) => awaitedOf(record, audience))),
      others: inOrder(records.flatMap((record) => othersOf(record, audience))),
      steps: stepsOf(cycle.rules.deadlines, today, at.caller.language),
    };
  }
}

const ofCycle = ({ id, state, actions, year }: CycleView): Awaited => ({
  kind: 'Cycle',
  id,
  state,
  actions,
  name: String(year),
  due: null,
  columns: { id },
});

function item(record: Awaited, event: string, sentence: string, { at, today }: Audience): WorkItem {
  const { kind, id, name, due, link } = record;
  return {
    kind,
    id,
    event,
    begun: record.begun ?? true,
    title: `${eventName(kind, event, at.caller.language)}: ${name}`,
    sentence,
    due,
    daysLeft: due ? daysLeft(today, due) : null,
    onBehalfOf: null,
    link: link ?? pageOf(kind, id),
  };
}

/** One item for each awaited event that works now; a draft that cannot be sent yet shows as one to write. */
function awaitedOf(record: Awaited, audience: Audience): WorkItem[] {
  const ready = record.actions.filter((action) => isAwaited(action.type) && action.type !== 'edit' && action.needs.length === 0);
  const writes = (record.writes ?? true) && ready.length === 0 && record.actions.some((action) => action.type === 'edit');
  const sentence = record.stands ?? stateName(record.kind, record.state, audience.at.caller.language);
  return [...ready.map(({ type }) => type), ...(writes ? ['edit'] : [])].map((event) => ({
    ...item(record, event, sentence, audience),
    onBehalfOf: inWhoseStead(record, event, audience),
  }));
}

/** The columns on which permissions rest. */
const columnsOf = (record: Awaited, { at, cycle }: Audience): Readonly<Record<string, unknown>> => ({
  blocId: at.blocId,
  provinceId: at.provinceId,
  cycleId: cycle.id,
  state: record.state,
  ...record.columns,
});

/** For whom the reader would do it, when not by a post of their own; own posts come first. */
function inWhoseStead(record: Awaited, event: string, audience: Audience): string | null {
  const { actor } = audience;
  if (actor.posts.every(({ standsFor }) => !standsFor)) return null;
  return grantingPost(actor, event, record.kind, columnsOf(record, audience))?.standsFor?.name ?? null;
}

const machineOf = (kind: string) => Object.values(machines).find(({ id }) => id === kind);

/** What comes next with a record of the reader's unit, or of the bloc, when it is somebody else's turn; and whose. */
function othersOf(record: Awaited, audience: Audience): WorkItem[] {
  const { own } = audience;
  const unitId = record.columns?.unitId;
  const machine = machineOf(record.kind);
  if (!machine || (typeof unitId === 'string' && !own.includes(unitId)) || awaitedOf(record, audience).length > 0) return [];
  const events = record.next ? [record.next] : eventsIn(machine, record.state).filter(isAwaited);
  const mine = record.actions.map(({ type }) => type);
  if (events.length === 0 || events.some((event) => mine.includes(event))) return [];
  return [item(record, events[0]!, sentenceOf(record, events[0]!, audience), audience)];
}

function sentenceOf(record: Awaited, event: string, audience: Audience): string {
  const { at, cycle, own } = audience;
  const { language } = at.caller;
  if (record.stands) return `${record.stands}.`;
  const columns = columnsOf(record, audience);
  const nameOf = (unitId: string) => cycle.members.find((member) => member.unitId === unitId)?.shortName;
  const who = turnsFor(event, record.kind, columns).map((turn) => turnInWords(turn, own, nameOf, language));
  return waitingInWords(stateName(record.kind, record.state, language), [...new Set(who)], language);
}

const WAITING = { vi: 'Chờ', en: 'Waiting for' } as const;
const OR = { vi: ' hoặc ', en: ' or ' } as const;

const waitingInWords = (state: string, who: readonly string[], language: Language): string =>
  who.length > 0 ? `${state}. ${WAITING[language]} ${who.join(OR[language])}.` : `${state}.`;

import { type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable, type ResourceRef } from '@angular/core';
import type { BlocDraft, PersonDraft, ProvinceDraft, UnitDraft } from '@thidua/workflows/account/account.schema';
import { PersonView } from '@thidua/workflows/account/account.schema';
import { ProvinceBloc } from '@thidua/workflows/council/council.schema';
import { PersonRecord, type PersonEvent } from '@thidua/workflows/person/person.schema';
import { Page, PAGE_LIMIT, SEARCH_ROWS } from '@thidua/workflows/page';
import { History, Made } from '@thidua/workflows/record';
import {
  BlocRecord,
  ProvinceList,
  ProvinceRecord,
  UnitRecord,
  type BlocRevision,
  type ProvinceEvent,
  type UnitEvent,
} from '@thidua/workflows/unit/unit.schema';
import { inBloc } from '../platform/addresses.js';
import { Api } from '../platform/api.js';

/** The API's address of something in a province. */
const inProvince = (province: string, ...parts: readonly string[]): string =>
  ['/api/provinces', province, ...parts].map((part, at) => (at === 0 ? part : encodeURIComponent(part))).join('/');

/** Provinces, units, people and blocs as their keepers read and change them. */
@Injectable({ providedIn: 'root' })
export class AdministrationApi {
  private readonly api = inject(Api);

  provinces(): HttpResourceRef<ProvinceList | undefined> {
    return this.api.read(() => '/api/provinces', ProvinceList);
  }
  province(slug: () => string): HttpResourceRef<ProvinceRecord | undefined> {
    return this.api.read(() => inProvince(slug()), ProvinceRecord);
  }
  makeProvince(draft: ProvinceDraft): Promise<Made> {
    return this.api.post('/api/provinces', draft, Made);
  }
  sendProvince(slug: string, event: ProvinceEvent): Promise<ProvinceRecord> {
    return this.api.send(inProvince(slug), event, ProvinceRecord);
  }

  /** Every bloc of a province, with its newest year. */
  allBlocs(province: () => string): ResourceRef<readonly ProvinceBloc[] | undefined> {
    return this.api.readAll(() => `${inProvince(province(), 'blocs')}?limit=15`, ProvinceBloc);
  }
  bloc(slug: () => string): HttpResourceRef<BlocRecord | undefined> {
    return this.api.read(() => inBloc(slug()), BlocRecord);
  }
  makeBloc(draft: BlocDraft): Promise<Made> {
    return this.api.post('/api/blocs', draft, Made);
  }
  sendBloc(slug: string, event: BlocRevision): Promise<BlocRecord> {
    return this.api.send(inBloc(slug), event, BlocRecord);
  }

  people(province: () => string, look: () => Looking): HttpResourceRef<Page<PersonRecord> | undefined> {
    return this.api.read(() => `${inProvince(province(), 'people')}?${queryOf(look())}`, Page(PersonRecord));
  }
  /** All people of a province that a search finds. @throws Refusal */
  peopleFound(province: string, q: string): Promise<readonly PersonRecord[]> {
    return this.api.allOnce(`${inProvince(province, 'people')}?${wholeOf(q)}`, PersonRecord);
  }
  person(province: () => string, id: () => string): HttpResourceRef<PersonRecord | undefined> {
    return this.api.read(() => inProvince(province(), 'people', id()), PersonRecord);
  }
  personHistory(province: () => string, id: () => string) {
    return this.api.read(() => inProvince(province(), 'people', id(), 'history'), History);
  }
  makePerson(province: string, draft: PersonDraft): Promise<PersonView> {
    return this.api.post(inProvince(province, 'people'), draft, PersonView);
  }
  sendPerson(province: string, id: string, event: PersonEvent): Promise<PersonRecord> {
    return this.api.send(inProvince(province, 'people', id), event, PersonRecord);
  }

  /** All units of a province that a search finds. @throws Refusal */
  unitsFound(province: string, q: string): Promise<readonly UnitRecord[]> {
    return this.api.allOnce(`${inProvince(province, 'units')}?${wholeOf(q)}`, UnitRecord);
  }
  units(province: () => string, look: () => Looking): HttpResourceRef<Page<UnitRecord> | undefined> {
    return this.api.read(() => `${inProvince(province(), 'units')}?${queryOf(look())}`, Page(UnitRecord));
  }
  /** Every unit of a province, for choosing one. */
  allUnits(province: () => string): ResourceRef<readonly UnitRecord[] | undefined> {
    return this.api.readAll(() => `${inProvince(province(), 'units')}?limit=100`, UnitRecord);
  }
  unit(province: () => string, id: () => string): HttpResourceRef<UnitRecord | undefined> {
    return this.api.read(() => inProvince(province(), 'units', id()), UnitRecord);
  }
  unitHistory(province: () => string, id: () => string) {
    return this.api.read(() => inProvince(province(), 'units', id(), 'history'), History);
  }
  makeUnit(province: string, draft: UnitDraft): Promise<Made> {
    return this.api.post(inProvince(province, 'units'), draft, Made);
  }
  sendUnit(province: string, id: string, event: UnitEvent): Promise<UnitRecord> {
    return this.api.send(inProvince(province, 'units', id), event, UnitRecord);
  }
}

/** What is looked for in a list, and from where on. */
export interface Looking {
  readonly q: string;
  readonly after: string;
}

/** A list that is read to its end, in as few pages as may be. */
const wholeOf = (q: string): string => new URLSearchParams({ limit: String(PAGE_LIMIT), ...(q ? { q } : {}) }).toString();

const queryOf = ({ q, after }: Looking): string =>
  new URLSearchParams({ limit: String(SEARCH_ROWS), ...(q ? { q } : {}), ...(after ? { after } : {}) }).toString();

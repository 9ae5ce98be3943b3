import { inject, Injectable } from '@angular/core';
import { ProvinceList } from '@thidua/workflows/unit/unit.schema';
import { Api } from '../platform/api.js';
import { Session } from '../platform/session.js';

/** A page above another, for the crumbs. */
export interface PageAbove {
  readonly name: string;
  readonly link: readonly string[];
}

/** The pages above those of a province. */
export const aboveProvince = (): PageAbove[] => [{ name: $localize`:@@administration.title:Quản trị`, link: ['/administration'] }];

/** The pages above those in a province, which is called by its name. Its methods may be called wherever a signal may be read. */
@Injectable({ providedIn: 'root' })
export class Places {
  private readonly session = inject(Session);
  private readonly provinces = inject(Api).read(() => (this.session.me() ? '/api/provinces' : undefined), ProvinceList);

  /** The pages above a list of a province. */
  aboveList(province: string): PageAbove[] {
    const known = this.provinces.hasValue() ? this.provinces.value()?.items.find(({ slug }) => slug === province) : undefined;
    return [...aboveProvince(), { name: known?.name ?? $localize`:@@province.title:Tỉnh`, link: ['/administration', province] }];
  }

  /** The pages above a person. */
  abovePerson(province: string): PageAbove[] {
    const people = { name: $localize`:@@people.title:Người dùng`, link: ['/administration', province, 'people'] };
    return [...this.aboveList(province), people];
  }

  /** The pages above a unit. */
  aboveUnit(province: string): PageAbove[] {
    const units = { name: $localize`:@@units.title:Đơn vị`, link: ['/administration', province, 'units'] };
    return [...this.aboveList(province), units];
  }

  /** A province was made or is called otherwise. */
  changed(): void {
    this.provinces.reload();
  }
}

/** A part of the address that may be missing. */
export const orEmpty = (value: string | undefined): string => value ?? '';

/** A page above another, for the crumbs. */
export interface PageAbove {
  readonly name: string;
  readonly link: readonly string[];
}

/** The pages above those of a province. */
export const aboveProvince = (): PageAbove[] => [{ name: $localize`:@@administration.title:Quản trị`, link: ['/administration'] }];

/** The pages above a list of a province. */
export const aboveList = (province: string): PageAbove[] => [
  ...aboveProvince(),
  { name: $localize`:@@province.crumb:Tỉnh (${province}:province:)`, link: ['/administration', province] },
];

/** The pages above a person. */
export const abovePerson = (province: string): PageAbove[] => [
  ...aboveList(province),
  { name: $localize`:@@people.title:Người dùng`, link: ['/administration', province, 'people'] },
];

/** The pages above a unit. */
export const aboveUnit = (province: string): PageAbove[] => [
  ...aboveList(province),
  { name: $localize`:@@units.title:Đơn vị`, link: ['/administration', province, 'units'] },
];

/** A part of the address that may be missing. */
export const orEmpty = (value: string | undefined): string => value ?? '';

import { PROVINCES } from './names.data.js';

/** What is asked for: as many units in as many provinces, always the same for a seed. */
export interface Wanted {
  readonly units: number;
  readonly provinces: number;
  readonly seed: string;
}

/** A bloc: the sizes of its groups, the units of the first group before those of the second. */
export interface PlannedBloc {
  readonly groups: readonly number[];
}

export interface PlannedProvince {
  readonly slug: string;
  readonly name: string;
  readonly blocs: readonly PlannedBloc[];
}

export const BLOC = { least: 8, most: 30 } as const;
export const GROUP = { least: 5, most: 12 } as const;

/** Numbers from 0 up to 1, always the same for a seed (mulberry32 over a sum of its letters). */
function chance(seed: string): () => number {
  let state = [...seed].reduce((sum, letter) => Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const between = (next: () => number, least: number, most: number): number => least + Math.floor(next() * (most - least + 1));

/** A number of things in parts of a least and a most size, none left over. */
function parts(total: number, { least, most }: { readonly least: number; readonly most: number }, next: () => number): number[] {
  const sizes: number[] = [];
  for (let rest = total; rest > 0; rest -= sizes.at(-1)!) {
    const fits = (size: number): boolean => rest === size || rest - size >= least;
    const wanted = rest <= most ? rest : between(next, least, most);
    sizes.push(fits(wanted) ? wanted : Math.min(most, rest - least));
  }
  return sizes;
}

/** How many groups a bloc has, and how large: nearly alike, as blocs are divided. */
function groupsOf(units: number, next: () => number): number[] {
  const count = between(next, Math.ceil(units / GROUP.most), Math.floor(units / GROUP.least));
  return Array.from({ length: count }, (_, at) => Math.floor(units / count) + (at < units % count ? 1 : 0));
}

/** Units of each province, the largest first: the second about half of the first, the third a third (Zipf); none has less than a bloc. */
function sizesOf({ units, provinces }: Wanted): number[] {
  const weights = Array.from({ length: provinces }, (_, at) => 1 / (at + 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = units - provinces * BLOC.least;
  const sizes = weights.map((weight) => BLOC.least + Math.floor((spare * weight) / whole));
  sizes[0]! += units - sizes.reduce((sum, size) => sum + size, 0);
  return sizes;
}

const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');

/** Provinces, their blocs and groups. Units must be enough for a bloc in each province. */
export function planOf(wanted: Wanted): PlannedProvince[] {
  const next = chance(wanted.seed);
  const names = PROVINCES.map((name) => ({ name, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
  return sizesOf(wanted).map((units, at) => ({
    slug: slugOf(names[at]!),
    name: names[at]!,
    blocs: parts(units, BLOC, next).map((size) => ({ groups: groupsOf(size, next) })),
  }));
}

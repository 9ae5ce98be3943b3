import type { Spot } from './where.js';

/** The API's address of something in a bloc: `inBloc('khoi-1', 'registrations', id)`. */
export const inBloc = (bloc: string, ...parts: readonly string[]): string =>
  ['/api/blocs', bloc, ...parts].map((part, at) => (at === 0 ? part : encodeURIComponent(part))).join('/');

/** The API's address of a list of a year. */
export const ofYear = (spot: Spot, list: string): string => `${inBloc(spot.bloc, list)}?year=${spot.year}&limit=100`;

/** Who is on line on the evening of a deadline. */
export type Role = 'officer' | 'head' | 'secretary' | 'council';

/** What somebody does; each is one request, but for a refused one that is sent again. */
export type Doing = 'autosave' | 'submit' | 'my-work' | 'sheets' | 'scorecards' | 'registrations' | 'record' | 'blocs' | 'receipts';

/** Of a hundred people: officers and heads of units, secretaries of blocs, people of councils. */
export const SHARE: Readonly<Record<Role, number>> = { officer: 45, head: 45, secretary: 8, council: 2 };

/** What they do, of a hundred things. Officers and heads write score cards and sheets; each head submits what is filled in. */
export const MIX: Readonly<Record<Role, Readonly<Partial<Record<Doing, number>>>>> = {
  officer: { autosave: 80, 'my-work': 6, sheets: 5, scorecards: 4, record: 5 },
  head: { autosave: 60, submit: 4, 'my-work': 12, sheets: 8, scorecards: 8, record: 8 },
  secretary: { 'my-work': 30, scorecards: 50, registrations: 20 },
  council: { blocs: 70, receipts: 30 },
};

/**
 * The pause between two things that somebody does, in milliseconds, even between the two. A page saves 1.5 seconds after the last key, so
 * whoever fills in a sheet saves every few seconds. 500 people ask 140 times a second, of which some 95 are writes; for all 10,000 units
 * 140 writes a second were reckoned.
 */
export const PAUSE_MS = { least: 2_000, most: 5_000 } as const;

/** The crowd are readers of My work who ask again at once; whoever of them is turned away tries again after so long, whatever was said. */
export const IMPATIENCE_MS = 1_000;

/** What is asked, as the figures name it. */
export const ROUTES: Readonly<Record<Exclude<Doing, 'autosave' | 'submit' | 'record'>, string>> = {
  'my-work': '/api/blocs/:bloc/work',
  sheets: '/api/blocs/:bloc/sheets',
  scorecards: '/api/blocs/:bloc/scorecards',
  registrations: '/api/blocs/:bloc/registrations',
  blocs: '/api/provinces/:province/blocs',
  receipts: '/api/provinces/:province/receipts',
};

/** Saves of drafts: what target G4 speaks of. */
export const AUTOSAVES: readonly string[] = ['PUT /api/blocs/:bloc/sheets/:id', 'PUT /api/blocs/:bloc/scorecards/:id'];

import type { Work } from '@thidua/workflows/work/work.schema';
import { done } from './scores.js';
import type { SmallBloc } from './small-bloc.js';

/** What waits for a person, and what the person waits for, of some kinds of records: title, sentence and link of each. */
export async function workOf(bloc: SmallBloc, name: string, kinds: readonly string[]) {
  const { waiting, others } = done(await (await bloc.person(name)).get<Work>(`${bloc.path}/work?year=2020`));
  const said = (items: Work['waiting']) =>
    items.filter(({ kind }) => kinds.includes(kind)).map(({ title, sentence, link }) => [title, sentence, link]);
  return { waiting: said(waiting), others: said(others) };
}

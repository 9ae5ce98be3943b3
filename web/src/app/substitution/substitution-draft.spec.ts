import { SubstitutionDraft, type FittingPost } from '@thidua/workflows/substitution/substitution.schema';
import { draftFrom, type Entered } from './substitution-draft.js';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const fitting: FittingPost = {
  ...{ principalPostId: id(1), postId: id(2), personId: id(3), name: 'Người A', title: 'Phó Chủ tịch', unitName: 'Hội A' },
  ...{ manner: 'KT', mannerName: 'ký thay', year: null },
};
const entered: Entered = {
  chosen: fitting,
  areas: ['documents'],
  from: { day: '', time: '' },
  to: { day: '2020-12-10', time: '17:00' },
  paper: { number: '', day: '' },
  note: ' ',
};
const plain = { manner: 'KT', principalPostId: id(1), substitutePostId: id(2), areas: ['documents'], to: '2020-12-10T17:00:00+07:00' };

describe('naming somebody in the form', () => {
  it.each<[string, Partial<Entered>, object]>([
    ['is from now on, where no beginning is entered', {}, plain],
    ['begins at its minute in Vietnam', { from: { day: '2020-12-01', time: '08:00' } }, { ...plain, from: '2020-12-01T08:00:00+07:00' }],
    ['names the year for the head of a bloc', { chosen: { ...fitting, year: { cycleId: id(4), blocName: 'Khối', year: 2020 } } }, { ...plain, cycleId: id(4) }], // prettier-ignore
    ['keeps the paper where it is TUQ.', { chosen: { ...fitting, manner: 'TUQ' }, paper: { number: '05/GUQ', day: '2020-12-01' } }, { ...plain, manner: 'TUQ', paper: { number: '05/GUQ', day: '2020-12-01' } }], // prettier-ignore
    ['forgets a paper where it is KT.', { paper: { number: '05/GUQ', day: '2020-12-01' } }, plain],
    ['keeps a note', { note: 'Đi công tác' }, { ...plain, note: 'Đi công tác' }],
  ])('%s', (_, change, draft) => {
    expect(draftFrom({ ...entered, ...change })).toEqual(draft);
    expect(SubstitutionDraft.safeParse(draft).success).toBe(true);
  });

  it.each<[string, Partial<Entered>, string]>([
    ['without a person', { chosen: null }, 'substitutePostId'],
    ['without an area', { areas: [] }, 'areas'],
    ['without an end', { to: { day: '', time: '17:00' } }, 'to'],
    ['with half a beginning', { from: { day: '2020-12-01', time: '' } }, 'from'],
    ['without the paper of an authorisation', { chosen: { ...fitting, manner: 'TUQ' } }, 'paper'],
  ])('is not sent %s', (_, change, place) => {
    const { error } = SubstitutionDraft.safeParse(draftFrom({ ...entered, ...change }));
    expect(error!.issues.map(({ path }) => path[0])).toContain(place);
  });
});

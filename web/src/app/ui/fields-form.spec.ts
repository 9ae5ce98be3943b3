import { laidOut, type FormField } from './fields-form.js';

const field = (place: string, more: Partial<FormField> = {}): FormField => ({ place, label: place, ...more });

describe('what was typed in a form is sent', () => {
  it.each<[string, FormField[], Record<string, string>, object]>([
    ['at its place, without spaces around it', [field('name')], { name: '  Hội  ' }, { name: 'Hội' }],
    ['in a part of the whole', [field('council.email')], { 'council.email': 'a@b.example' }, { council: { email: 'a@b.example' } }],
    [
      'in the first of a list',
      [field('names.0.name'), field('names.0.from')],
      { 'names.0.name': 'A', 'names.0.from': '2020-01-01' },
      { names: [{ name: 'A', from: '2020-01-01' }] },
    ],
    ['as an empty text where it is needed, so that the shape asks for it', [field('name')], {}, { name: '' }],
    ['not at all where it is optional and empty', [field('to', { optional: true })], { to: ' ' }, {}],
    ['as a number where it is one', [field('year', { figure: true })], { year: '2020' }, { year: 2020 }],
    [
      'as it stands where a number is wanted and none was typed',
      [field('year', { figure: true })],
      { year: 'hai nghìn' },
      { year: 'hai nghìn' },
    ],
    ['line by line', [field('lines', { kind: 'lines' })], { lines: 'KHỐI\n\n THI ĐUA ' }, { lines: ['KHỐI', 'THI ĐUA'] }],
    ['as all that were chosen', [field('into', { kind: 'many' })], { into: 'a\nb' }, { into: ['a', 'b'] }],
  ])('%s', (_, fields, typed, sent) => expect(laidOut(fields, typed, {})).toEqual(sent));

  it('beside what the page knows, which stays as it is', () => {
    const more = { type: 'give-post', version: 3, post: { role: 'observer' } };
    expect(laidOut([field('post.title')], { 'post.title': 'Quan sát viên' }, more)).toEqual({
      type: 'give-post',
      version: 3,
      post: { role: 'observer', title: 'Quan sát viên' },
    });
    expect(more.post).toEqual({ role: 'observer' });
  });
});

import { z } from 'zod';
import { Day, inOrder, Instant, Line, Reason } from './record.js';

const faultOf = (shape: z.ZodType, value: unknown) => shape.safeParse(value).error?.issues.map((issue) => ({ ...issue }));
const NO_SUCH_DAY = { code: 'custom', params: { said: { vi: 'Không có ngày này.', en: 'There is no such day.' } } };

describe('what people type', () => {
  it.each([
    ['a day', Day, '2020-12-10', true],
    ['the first year of the calendar', Day, '0001-01-01', true],
    ['a day that the month lacks', Day, '2020-11-31', false],
    ['a day of the year nought, which the calendar lacks', Day, '0000-12-31', false],
    ['a moment with its offset', Instant, '2020-12-10T09:00:00+07:00', true],
    ['a moment without its offset', Instant, '2020-12-10T09:00:00', false],
    ['a moment of the year nought', Instant, '0000-12-10T09:00:00+07:00', false],
    ['a moment that never ends', Instant, `2020-12-10T09:00:00.${'0'.repeat(40)}+07:00`, false],
    ['a reason of ten letters', Reason, 'Thiếu minh', true],
    ['a reason of blanks', Reason, ' '.repeat(12), false],
    ['a reason too short but for its blanks', Reason, '  Thiếu.   ', false],
    ['a line of its least length', Line(2, 5), ' Cờ ', true],
    ['a line too short but for its blanks', Line(2, 5), ' C ', false],
    ['a line that is too long', Line(2, 5), 'Cờ thi', false],
  ])('%s: %s is taken: %s', (_, shape, value, taken) => expect(shape.safeParse(value).success).toBe(taken));

  it.each([
    ['day', Day, '0000-12-31'],
    ['moment', Instant, '0000-12-31T09:00:00+07:00'],
  ])('a %s that there is not is said in both languages', (_, shape, value) => expect(faultOf(shape, value)).toMatchObject([NO_SUCH_DAY]));

  it('is kept without blanks around it and in one spelling of its accents', () =>
    expect(Line(2, 20).parse(' Hội Luật gia '.normalize('NFD'))).toBe('Hội Luật gia'.normalize('NFC')));
});

describe('a time', () => {
  const time = z.object({ from: Day, to: Day.optional() }).superRefine(inOrder);

  it.each([
    ['of some days', { from: '2020-12-01', to: '2020-12-10' }],
    ['of one day', { from: '2020-12-01', to: '2020-12-01' }],
    ['without an end', { from: '2020-12-01' }],
  ])('%s is in order', (_, value) => expect(faultOf(time, value)).toBeUndefined());

  it('does not end before it begins: the last day is named, in both languages', () =>
    expect(faultOf(time, { from: '2020-12-10', to: '2020-12-09' })).toEqual([
      expect.objectContaining({
        code: 'custom',
        path: ['to'],
        params: { said: { vi: 'Ngày kết thúc trước ngày bắt đầu.', en: 'The last day is before the first.' } },
      }),
    ]));
});

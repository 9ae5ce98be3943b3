import { abilityFor, may } from '../ability.js';
import { advance } from '../advance.js';
import { OWN_SCOPES, probing } from '../law/probe.js';
import { letters } from '../letters.js';
import { scorecardMachine } from '../scorecard/scorecard.machine.js';
import { weekdayWritten } from '../working-days.js';
import { NO_REMINDER, reminderFacts, reminderFilling } from './reminder.js';

const LAST_MINUTE = new Date('2020-03-13T16:59:59Z'); // in Vietnam
const MIDNIGHT = new Date('2020-03-13T17:00:00Z');
const MORNING = { remindedAt: '2020-03-13T02:42:00Z', reminderBy: 'Trần Thị A' };

describe('a unit is reminded once a day', () => {
  it.each([
    ['on the same day', MORNING, LAST_MINUTE, true],
    ['after midnight in Vietnam', MORNING, MIDNIGHT, false],
    ['when it never was', { remindedAt: null, reminderBy: null }, LAST_MINUTE, false],
  ])('%s', (_, columns, now, today) => expect(reminderFacts(columns, now).remindedToday).toBe(today));

  it('and whoever comes second is told when it was and by whom', () => {
    expect(reminderFacts(MORNING, LAST_MINUTE)).toMatchObject({ lastReminder: '09:42, 13/03/2020', lastReminderBy: 'Trần Thị A' });
    expect(reminderFacts({ remindedAt: null, reminderBy: null }, LAST_MINUTE)).toEqual(NO_REMINDER);
  });
});

describe('a reminder', () => {
  const names = { unit: 'Hội U3', year: '2020', bloc: 'Khối thử', aim: '', number: '3.1' };

  it.each([
    ['registration-reminded', 'bản đăng ký thi đua', 'registration'],
    ['scorecard-reminded', 'bảng tự chấm điểm', 'own scores'],
    ['section-reminded', 'phần báo cáo', 'report section'],
  ])('%s says what, until when and by whom, in both languages, and goes to the unit alone', (name, vi, en) => {
    const facts = { ...names, ...reminderFilling('2020-03-15', 'Trần Thị A', LAST_MINUTE) };
    expect(letters[name]!.write(facts, 'vi')).toEqual({
      subject: `[Khối thử 2020] Nhắc Hội U3 gửi ${vi}`,
      paragraphs: [
        `Khối đang chờ Hội U3 gửi ${vi} năm 2020.`,
        'Hạn gửi: Chủ nhật 15/03/2020.',
        'Người nhắc: Trần Thị A. Thư này chỉ nhắc hạn, không nói gì về nội dung.',
      ],
    });
    const { subject, paragraphs } = letters[name]!.write(facts, 'en');
    expect([subject, ...paragraphs].join(' ')).toBe(
      `[Khối thử 2020] A reminder to Hội U3: send the ${en} The bloc waits for Hội U3 to send the ${en} of 2020. It is due on Sunday 15 March 2020. ` +
        'Reminded by Trần Thị A. This letter is about the date only.',
    );
    expect(letters[name]!.to({ unitId: 'u' })).toEqual({ roles: ['unit-head', 'unit-deputy', 'unit-officer'], unitId: 'u' });
  });

  it.each([
    ['2020-03-13', 'Hạn gửi: thứ Sáu 13/03/2020.'],
    ['2020-03-12', 'Hạn gửi đã qua: thứ Năm 12/03/2020. Đề nghị đơn vị gửi sớm.'],
  ])('of what was due on %s says so', (due, sentence) =>
    expect(letters['section-reminded']!.write({ ...names, ...reminderFilling(due, 'A', LAST_MINUTE) }, 'vi').paragraphs[1]).toBe(sentence),
  );

  it.each([
    ['2020-03-15', 'vi', 'Chủ nhật 15/03/2020'],
    ['2020-03-16', 'vi', 'thứ Hai 16/03/2020'],
    ['2020-03-16', 'en', 'Monday 16 March 2020'],
  ] as const)('writes %s in %s as “%s”', (day, language, words) => expect(weekdayWritten(day, language)).toBe(words));
});

describe('of its own scores a unit', () => {
  const send = (state: string, facts: object) => advance(scorecardMachine, state, facts, { type: 'remind' });

  it('is reminded until it has sent them, and they stay as they are', () => {
    expect(send('self', NO_REMINDER)).toEqual({ state: 'self', letters: [{ name: 'scorecard-reminded' }] });
    expect(() => send('peer', NO_REMINDER)).toThrow('not-in-this-state');
  });

  it('is not reminded twice in a day', () =>
    expect(() => send('self', { ...NO_REMINDER, remindedToday: true })).toThrow('needs-day-since-reminder'));

  it.each([
    ['the secretary of the year', 'bloc-secretary', ['blocId', 'cycleId']],
    ['the leader of its group', 'group-leader', ['blocId', 'cycleId', 'groupId']],
  ] as const)('is reminded by %s, and no further', (_, role, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), 'remind', 'Scorecard', { ...OWN_SCOPES, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});

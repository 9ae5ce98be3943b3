import { cardStepInWords, earlySheetInWords, sheetStepInWords, type Standing } from './step.js';

const card: Standing = { state: 'open', begun: true, reviewerName: 'Hội U5', verifierName: 'Hội U1', reason: null };

describe('where a score card stands, in words', () => {
  it.each<[string, Standing, string]>([
    ['names the unit that decides, which need not lead the group', card, 'Chờ Hội U5 thống nhất điểm'],
    ['says that it was returned, and by whom', { ...card, reason: 'Xem lại.' }, 'Hội U1 trả lại, chờ Hội U5 thống nhất lại điểm'],
    ['names whoever agreed and whoever is next', { ...card, state: 'reviewed' }, 'Hội U5 đã thống nhất, chờ Hội U1 thẩm định'],
    ['names the secretary where no unit can judge', { ...card, reviewerName: null }, 'Chờ Thư ký Khối thống nhất điểm'],
    ['is not self-scoring before anything is written', { state: 'self', begun: false }, 'Chưa bắt đầu tự chấm'],
    ['is self-scoring once something is', { state: 'self', begun: true }, 'Đang tự chấm'],
    ['is sealed', { ...card, state: 'peer' }, 'Đang chấm chéo, niêm phong'],
    ['is verified', { ...card, state: 'verified' }, 'Khối đã thẩm định'],
  ])('%s', (_, standing, words) => expect(cardStepInWords(standing, 'vi')).toBe(words));

  it('in English too', () => expect(cardStepInWords(card, 'en')).toBe('Waiting for Hội U5 to agree the scores'));
});

describe('where a peer sheet stands, in words', () => {
  it.each<[Standing, string]>([
    [{ state: 'draft', begun: false }, 'Chưa chấm'],
    [{ state: 'draft', begun: true }, 'Đang chấm'],
    [{ state: 'submitted', begun: true }, 'Đã gửi'],
  ])('%o: %s', (standing, words) => expect(sheetStepInWords(standing, 'vi')).toBe(words));

  it('waits for the rated unit', () => expect(earlySheetInWords('Hội U6', 'vi')).toBe('Chờ Hội U6 gửi tự chấm'));
});

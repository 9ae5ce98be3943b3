import { permissions } from '../permissions.js';
import type { Permissions } from '../permission.js';
import { conditionsInWords } from './describe.js';
import { permissionsPage } from './permissions-page.js';
import { grants, MARKERS, prohibitions } from './probe.js';

/** The lines of one chapter of the page. */
const chapter = (title: string): string =>
  permissionsPage()
    .split('\n## ')
    .find((text) => text.startsWith(title))!;

describe('the page of who may do what', () => {
  it.each([
    ['what a unit’s head may do with its own record', 'Bản đăng ký', '| Lãnh đạo đơn vị<br>*Head of unit* | Xem; Soạn; Gửi bản đăng ký;'],
    [
      'a condition in words',
      'Bản đăng ký',
      'trong tỉnh của chức danh, ở bước “Đã chấp nhận”<br>*in the post’s province, at the step “Accepted”*',
    ],
    ['two cases of one post', 'Bảng điểm', 'của khối và năm của chức danh, khi khối không chia nhóm'],
    ['who is forbidden what, why, and what to do', 'Phần báo cáo', 'Thư ký khác của Khối nhận; nếu chưa có, đề nghị quản trị giao thêm.'],
    ['what only the program does', 'Bảng điểm', 'Done by the program alone, by nobody in its place*: Mở niêm phong'],
    ['what the bearer of a link may do', 'Xác nhận đã nhận', '| Người mở liên kết trong thư<br>*The bearer of a letter’s link* | Xem;'],
    ['what nobody may do', 'Xác nhận đã nhận', 'Nobody may do by itself*: Lập'],
    [
      'which posts have no part in it',
      'Phiếu chấm chéo',
      'Riêng chức danh này không có quyền gì ở đây** · *No right here by this post alone*: Thư ký Khối;',
    ],
  ])('tells %s', (_, title, text) => expect(chapter(title)).toContain(text));

  it('has a chapter for everything that anybody may do anything with', () => {
    const kinds = new Set(grants(permissions).map(({ kind }) => kind));
    expect(permissionsPage().match(/^## /gm)).toHaveLength(kinds.size + 1);
  });

  it('names every marker in words: none of a probe’s values is left', () => {
    for (const [name, value] of Object.entries(MARKERS))
      for (const left of [value, `=${name}`]) expect(permissionsPage()).not.toContain(left);
  });

  it('tells what is forbidden of all units of a person, not of one', () =>
    expect(prohibitions(permissions).find(({ kind }) => kind === 'Sheet')!.conditions).toEqual({
      unitId: { $in: expect.arrayContaining([MARKERS['own-unit']]) as string[] },
    }));
});

describe('a rule that has no words is not published', () => {
  it.each<[string, () => unknown]>([
    ['a condition', () => conditionsInWords('observer', 'Report', { mood: 'good' })],
    ['a scope compared with the wrong column', () => conditionsInWords('observer', 'Report', { unitId: MARKERS['own-bloc'] })],
    ['a state', () => conditionsInWords('observer', 'Report', { state: 'lost' })],
    ['everything, for a post that has a scope', () => conditionsInWords('observer', 'Report', {})],
  ])('%s', (_, describing) => expect(describing).toThrow('No words for'));

  it.each<[string, Permissions]>([
    [
      'an action',
      { grants: { observer: (_post, can) => can('delete', 'Report', { blocId: MARKERS['own-bloc'], cycleId: MARKERS['own-year'] }) } },
    ],
    ['a kind', { grants: { administrator: (_post, can) => can('read', 'all', {}) } }],
    [
      'a reason',
      { grants: {}, prohibitions: (_actor, cannot) => cannot('read', 'Report', { unitId: MARKERS['own-unit'] }).because('whim') },
    ],
  ])('%s', (_, feature) => expect(() => permissionsPage([...permissions, feature])).toThrow('No words for'));
});

import type { Role } from '../actor.js';
import { said, type Said } from '../wording.js';

interface PageOfPosts {
  /** What the page is called; in Vietnamese it is the title of the page itself (docs/so-tay). */
  readonly name: Said;
  readonly posts: readonly Role[];
}

/** The pages of the handbook by the end of their addresses. Whoever holds several posts is led to the rarest of them first. */
export const handbookPages = {
  'truong-khoi-pho-khoi': {
    name: said('Sổ tay Trưởng Khối và Phó Khối', 'Handbook of the bloc head and deputy head'),
    posts: ['bloc-head', 'deputy-head'],
  },
  'truong-nhom': { name: said('Sổ tay Trưởng nhóm', 'Handbook of group leaders'), posts: ['group-leader'] },
  'thu-ky-khoi': { name: said('Sổ tay Thư ký Khối', 'Handbook of the bloc secretary'), posts: ['bloc-secretary'] },
  'van-thu': { name: said('Sổ tay Văn thư', 'Handbook of records officers'), posts: ['records-officer'] },
  'hoi-dong': {
    name: said('Sổ tay Ban TĐKT, Hội đồng tỉnh', 'Handbook of the provincial council'),
    posts: ['council-secretary', 'council-member'],
  },
  'quan-tri': {
    name: said('Sổ tay người quản trị và thư ký Hội đồng', 'Handbook of administrators and the council secretary'),
    posts: ['administrator', 'council-secretary'],
  },
  'lanh-dao-don-vi': { name: said('Sổ tay lãnh đạo đơn vị', 'Handbook of heads of units'), posts: ['unit-head', 'unit-deputy'] },
  'can-bo-phu-trach': { name: said('Sổ tay cán bộ phụ trách của đơn vị', 'Handbook of unit officers'), posts: ['unit-officer'] },
} as const satisfies Readonly<Record<string, PageOfPosts>>;
export type HandbookPage = keyof typeof handbookPages;

/** The pages of somebody who holds these posts and duties, the first one first. */
export function pagesFor(posts: readonly { readonly role: Role }[]): HandbookPage[] {
  const all = Object.entries(handbookPages) as [HandbookPage, PageOfPosts][];
  return all.filter(([, page]) => posts.some(({ role }) => page.posts.includes(role))).map(([address]) => address);
}

import type { CDPSession, Page } from 'playwright-core';
import { drawn, focused } from './acting.js';

/** What a screen reader calls a thing, in Vietnamese. A role that is not here would be heard as nothing: it fails. */
const ROLES: Readonly<Record<string, string>> = {
  link: 'liên kết',
  button: 'nút',
  textbox: 'ô nhập',
  searchbox: 'ô tìm',
  radio: 'nút chọn một',
  checkbox: 'ô đánh dấu',
  combobox: 'ô chọn',
  heading: 'tiêu đề',
  main: 'vùng nội dung chính',
  region: 'vùng',
  group: 'nhóm',
  alert: 'cảnh báo',
  status: 'tình trạng',
  paragraph: 'đoạn văn',
  table: 'bảng',
  document: 'trang',
  DisclosureTriangle: 'nút mở phần ẩn',
};

/** What is said of a state of it: by the property of the accessibility tree and its value. */
const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  checked: { true: 'đã chọn', false: 'chưa chọn' },
  expanded: { true: 'đang mở', false: 'đang đóng' },
  disabled: { true: 'không dùng được' },
  invalid: { true: 'có lỗi' },
  required: { true: 'bắt buộc' },
  readonly: { true: 'chỉ đọc' },
};

/** No page has so many places to stop at. */
const MOST_STOPS = 120;

interface Heard {
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

const text = (of?: { readonly value?: unknown }): string =>
  String(of?.value ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Minutes of the real clock are not the same twice. */
const timeless = (sentence: string): string => sentence.replaceAll(/\d\d:\d\d/g, 'giờ:phút');

/** What is heard when the focus comes to a thing: name, kind, value, states, what is said about it. @throws Error for a kind or a name that is not heard */
export function sentenceOf(heard: Heard): string {
  const role = text(heard.role);
  const kind = ROLES[role];
  if (!kind) throw new Error(`Nobody is told what a “${role}” is (“${text(heard.name)}”)`);
  if (text(heard.name) === '' && role !== 'main') throw new Error(`A ${role} has no name`);
  const states = (heard.properties ?? []).flatMap(({ name, value }) => {
    if (name === 'level') return [`cấp ${text(value)}`];
    const said = STATES[name]?.[String(value.value)];
    return said ? [said] : [];
  });
  const value = text(heard.value);
  const parts = [text(heard.name) && `“${text(heard.name)}”`, kind, value && `ghi “${value}”`, ...states, text(heard.description)];
  return timeless(parts.filter(Boolean).join(', '));
}

/** A person who hears the page and has a keyboard alone. What is pressed and what is then heard is written down. */
export class Listener {
  readonly script: string[] = [];

  private constructor(
    private readonly page: Page,
    private readonly tree: CDPSession,
  ) {}

  /** @param page before its first address */
  static async at(page: Page): Promise<Listener> {
    await page.addInitScript(listen);
    const tree = await page.context().newCDPSession(page);
    await tree.send('Accessibility.enable');
    return new Listener(page, tree);
  }

  /** Presses a key and hears where the focus stands now. */
  async presses(key: string, name = key): Promise<void> {
    await this.page.keyboard.press(key);
    await this.isAt(name);
  }

  /** Types, which nobody reads back. */
  async types(words: string): Promise<void> {
    await this.page.keyboard.type(words);
    this.script.push(`gõ “${words}”`);
  }

  /** Goes on with Tab to what bears these words, and hears everything on the way. @throws Error with what was heard when a round does not lead there */
  async tabsTo(words: string | RegExp): Promise<void> {
    const from = this.script.length;
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await this.page.keyboard.press('Tab');
      const name = await focused(this.page);
      if (name === '') break; // the page is over
      await this.isAt('Tab');
      if (typeof words === 'string' ? name.includes(words) : words.test(name)) return;
    }
    throw new Error(`Tab did not lead to “${String(words)}” but to:\n${this.script.slice(from).join('\n')}`);
  }

  /** Presses Enter on what leads to another page, and hears its heading, where the focus is. */
  async goesTo(heading: string | RegExp): Promise<void> {
    await this.page.keyboard.press('Enter');
    const there = this.page.waitForFunction(
      ([source, flags]) => {
        const place = document.activeElement as HTMLElement | null;
        return place?.matches('main h1') && new RegExp(source!, flags).test(place.innerText) && !document.querySelector('[aria-busy]');
      },
      typeof heading === 'string' ? [heading.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), ''] : [heading.source, heading.flags],
    );
    await there.catch(async () => {
      throw new Error(`Enter led to “${await focused(this.page)}” at ${this.page.url()}, after:\n${this.script.slice(-5).join('\n')}`);
    });
    await this.isAt('Enter');
  }

  /** Waits until these words are said without the focus having moved there. */
  async hears(words: string): Promise<void> {
    const said = await this.page.waitForFunction((words) => {
      const heard = (window as unknown as { heard: string[] }).heard;
      const at = heard.findIndex((sentence) => sentence.includes(words));
      return at < 0 ? null : heard.splice(0, at + 1).at(-1);
    }, words);
    this.script.push(`*nghe báo:* ${timeless(String(await said.jsonValue()))}`);
  }

  /** Hears where the focus is. */
  async isAt(key: string): Promise<void> {
    await drawn(this.page);
    const { result } = await this.tree.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { nodes } = await this.tree.send('Accessibility.getPartialAXTree', { objectId: result.objectId!, fetchRelatives: false });
    this.script.push(`${key} → ${sentenceOf(nodes[0] as Heard)}`);
  }
}

/** In the page: keeps what its live regions say. */
function listen(): void {
  const heard: string[] = [];
  Object.assign(window, { heard });
  const LIVE = '[role="status"], [role="alert"], [aria-live]:not([aria-live="off"])';
  const say = (region: Element) => {
    const words = (region as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim();
    if (words !== '' && heard.at(-1) !== words) heard.push(words);
  };
  new MutationObserver((changes) => {
    const regions = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
      if (around) regions.add(around);
      for (const node of addedNodes)
        if (node instanceof Element)
          for (const region of [node, ...node.querySelectorAll('*')]) if (region.matches(LIVE)) regions.add(region);
    }
    for (const region of regions) if (region.isConnected) say(region);
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

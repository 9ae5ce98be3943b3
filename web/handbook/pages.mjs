import { Marked } from 'marked';

/** The page that stands first and leads to all others. */
const INDEX = 'README.md';

/**
 * Turns the texts of the handbook into what the web shows. A page is `{ page, title, parts: [{ id, title }], html }`: `page` is the end of
 * its address (empty: the index), `html` lacks the title, which the web draws itself.
 * @param {Map<string, string>} texts Markdown by file name, README.md among them
 * @param {(name: string) => { url: string, width: number, height: number }} pictureOf a picture by the name that a text gives it
 * @returns the pages in the order in which the index names them
 * @throws Error where a text holds what the web could not show as the repository does
 */
export function pagesOf(texts, pictureOf) {
  const order = [INDEX, ...[...texts.get(INDEX).matchAll(/\]\((?<page>[\w-]+\.md)\)/g)].map(({ groups }) => groups.page)];
  const unnamed = [...texts.keys()].filter((name) => !order.includes(name));
  if (unnamed.length > 0) throw new Error(`${INDEX} leads to no ${unnamed.join(', ')}`);
  return [...new Set(order)].map((name) => pageOf(name, texts, pictureOf));
}

function pageOf(name, texts, pictureOf) {
  const parts = [];
  const marked = new Marked({ renderer: renderer({ name, texts, pictureOf, parts }) });
  const [heading, ...tokens] = marked.lexer(texts.get(name));
  if (heading?.type !== 'heading' || heading.depth !== 1) throw new Error(`${name} does not begin with its title`);
  const html = marked.parser(tokens.filter((token) => !leadsOut(token)));
  return { page: addressOf(name), title: plain(heading), parts, html };
}

/** The end of a page's address: empty for the index. */
const addressOf = (name) => (name === INDEX ? '' : name.replace(/\.md$/, ''));

/** Whether a paragraph leads to what lies outside the handbook: that is for readers of the repository, the program has no such page. */
const leadsOut = (token) => token.type === 'paragraph' && linksOf(token).some((href) => href.startsWith('../'));

const linksOf = ({ type, href, tokens = [] }) => [...(type === 'link' ? [href] : []), ...tokens.flatMap(linksOf)];

/** How each piece of Markdown becomes HTML, where the web wants it otherwise than Marked writes it. */
function renderer({ name, texts, pictureOf, parts }) {
  return {
    heading(token) {
      const part = { id: anchorOf(plain(token)), title: plain(token) };
      if (parts.some(({ id }) => id === part.id)) throw new Error(`${name} has two parts ${part.title}`);
      if (token.depth === 2) parts.push(part);
      return `<h${token.depth} id="${part.id}">${this.parser.parseInline(token.tokens)}</h${token.depth}>\n`;
    },
    link(token) {
      const [file, part] = token.href.split('#');
      if (file && !texts.has(file)) throw new Error(`${name} leads to ${token.href}, which is no page of the handbook`);
      const address = ['handbook', addressOf(file || name)].filter(Boolean).join('/');
      return `<a href="${address}${part ? `#${part}` : ''}">${this.parser.parseInline(token.tokens)}</a>`;
    },
    image({ href, text }) {
      const { url, width, height } = pictureOf(href);
      return `<img src="${url}" alt="${escaped(text)}" width="${width}" height="${height}" decoding="async">`;
    },
    table(token) {
      return arePictures(token) ? pictures(token, this.parser) : table(token, this.parser);
    },
    html({ text }) {
      throw new Error(`${name} holds HTML of its own: ${text}`);
    },
  };
}

/** Whether a table only sets pictures side by side, each under its words. */
const arePictures = ({ rows }) => rows.length > 0 && rows.flat().every(({ tokens }) => tokens.length === 1 && tokens[0].type === 'image');

const pictures = ({ header, rows }, parser) => {
  const figures = rows.flatMap((row) =>
    row.map(
      (cell, at) => `<figure>${parser.parseInline(cell.tokens)}<figcaption>${parser.parseInline(header[at].tokens)}</figcaption></figure>`,
    ),
  );
  return `<div class="pictures">${figures.join('')}</div>\n`;
};

/** A table of the web's own look: under 900 px each row is a card; the roles keep it a table to a screen reader. */
function table({ header, rows }, parser) {
  const heads = header.map(({ tokens }) => `<th scope="col" role="columnheader">${parser.parseInline(tokens)}</th>`);
  const cell = ({ tokens }, at) =>
    at === 0
      ? `<th scope="row" role="rowheader">${parser.parseInline(tokens)}</th>`
      : `<td role="cell" data-heading="${escaped(plain(header[at]))}"><span>${parser.parseInline(tokens)}</span></td>`;
  const body = rows.map((row) => `<tr role="row">${row.map(cell).join('')}</tr>`);
  return (
    `<table class="table cards" role="table"><thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>` +
    `<tbody role="rowgroup">${body.join('')}</tbody></table>\n`
  );
}

/** The words of a piece, without its marks. */
const plain = ({ text, tokens }) => (tokens ? tokens.map(plain).join('') : text);

/** A part's place in the address, in letters that every keyboard has: “1. Đăng ký danh hiệu” is `1-dang-ky-danh-hieu`. */
const anchorOf = (title) =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-');

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);

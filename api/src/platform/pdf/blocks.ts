/**
 * The content of a document, free of any page: what a feature says, and what the engines (PDF, later DOCX) set.
 * Sizes are points, widths millimetres. Every text is normalised to NFC when it is set.
 *
 * In texts U+00A0 keeps words together (`13,1\u00a0tỷ`); a line feed in a paragraph begins a new paragraph and is a
 * space elsewhere. A character outside the fonts is a MissingGlyph error, so ask `canPrint` when text is saved.
 */
export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** A stretch of text in one face. A bare string is upright, or the face of the place where it stands. */
export type Run = string | { text: string; face: Face };
export type Text = string | Run[];

/** A footnote, marked where it stands (after the word before it, without a space) and printed at the foot of that page. */
export interface Note {
  note: string;
}

/** `where` names the place in errors ("mục 3.4", "Phụ lục II"); without it the engine names the block by its kind and order. */
interface Placed {
  where?: string;
}

/**
 * The head of a document by Nghị định 30/2020/NĐ-CP, Phụ lục I: Quốc hiệu, tiêu ngữ, issuer, number, place and date,
 * then type and abstract (5a) or, in a letter without a type name, `concerning` under the number (5b).
 */
export interface Head extends Placed {
  kind: 'head';
  /** Cơ quan chủ quản, printed in capitals, not bold. */
  superior?: string;
  /** Cơ quan ban hành, printed in capitals, bold; one entry per line, at most three. */
  issuer: string[];
  /** As printed: `Số: 04/BC-KTĐ`, and before a number is given `Số:      /BC-KTĐ`; none on a giao ước. See forms.ts. */
  number?: string;
  /** As printed: `Bắc Giang, ngày 05 tháng 02 năm 2026`. */
  placeAndDate: string;
  /** Tên loại, printed in capitals: `Báo cáo`. */
  type?: string;
  /** Trích yếu; one entry per line where the break matters. */
  abstract?: string[];
  /** Trích yếu of a công văn, as printed after `V/v`. */
  concerning?: string;
}

/** `Kính gửi:` one addressee on the line, several as a list below, which the engine ends with `;` and `.`. */
export interface Addressees extends Placed {
  kind: 'addressees';
  to: string[];
}

/** Căn cứ: italic, one paragraph each. The engine ends each with `;` and the last with `.`. */
export interface Bases extends Placed {
  kind: 'bases';
  items: string[];
}

/** Level 1 = part (`I.`, capitals, bold), 2 = `1.` bold, 3 = `3.1.` bold, 4 = `a)` bold italic. Also an entry of the outline. */
export interface Heading extends Placed {
  kind: 'heading';
  level: 1 | 2 | 3 | 4;
  /** As printed, with its mark: `I.`, `3.1.`, `a)`. */
  number?: string;
  text: string;
}

export interface Paragraph extends Placed {
  kind: 'paragraph';
  text: string | (Run | Note)[];
  /** Default `justify`. */
  align?: 'justify' | 'left' | 'center' | 'right';
  /** First line indented by 10 mm; default true for justified paragraphs, else false. */
  indent?: boolean;
  /** Default: the size of the document. */
  size?: number;
  /** Face of bare strings; default upright. */
  face?: Face;
}

/** `-` or `+` before each item, or counted: `1.`, `a)` (Vietnamese order: a b c d đ e g h i …). */
export interface List extends Placed {
  kind: 'list';
  marker: '-' | '+' | '1.' | 'a)';
  items: Text[];
}

export interface Column {
  /** Fixed width in mm; the rest share what is left by their contents. */
  width?: number;
  /** Of the cells below the head; default left. Numbers: right. */
  align?: 'left' | 'center' | 'right';
  /** The cells of this column name their row (table header cells of the row). */
  namesRow?: boolean;
}

export type Cell = string | { text: Text; colSpan?: number; rowSpan?: number; align?: Column['align']; face?: Face };

export interface Row {
  /** Cells covered by a span from above or from the left are left out, as in HTML. */
  cells: Cell[];
  /** Face of bare strings of the row (`bold` for totals); default upright. */
  face?: Face;
}

export interface Table extends Placed {
  kind: 'table';
  /** Bold, centred, above the table: `Bảng 1. Kết quả chấm điểm`. */
  caption?: string;
  columns: Column[];
  /** One or two head rows, repeated on every page. */
  head: Row[];
  rows: Row[];
  /** Lines below the table, italic: `Ghi chú: …`. */
  notes?: string[];
  /** Default 12. */
  size?: number;
}

/** One who signs: authority and post in capitals, room for the signature, name, and the post in the home organisation. */
export interface Signatory {
  /** `['TM. KHỐI THI ĐUA', 'TRƯỞNG KHỐI']`; printed in capitals, bold, one entry per line. */
  authority: string[];
  name: string;
  /** Under the name: `Chủ tịch Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh`. */
  homePost?: string;
  /** Name of the visible signature field in the room above the name; without it the room is left for ink. */
  field?: string;
  /** Stands in the room of one who does not sign there: `(Đã xác nhận trên hệ thống lúc …)`. */
  stated?: string;
}

/** The end of a document. One signatory stands right of Nơi nhận; two (a biên bản: secretary, chair) side by side above it. */
export interface Signature extends Placed {
  kind: 'signature';
  signatories: Signatory[];
  /** Nơi nhận, without dashes or ends: `['Như trên', 'Các thành viên Khối', 'Lưu: VT, LHH']`. */
  recipients?: string[];
}

/** Begins a new page: `Phụ lục I`, title in capitals, `(Kèm theo Báo cáo số … ngày … của …)`. Also an entry of the outline. */
export interface Annex extends Placed {
  kind: 'annex';
  /** Roman numeral; left out where there is only one annex. */
  number?: string;
  title: string;
  /** As printed, with its brackets. */
  reference: string;
}

export type Block = Head | Addressees | Bases | Heading | Paragraph | List | Table | Signature | Annex;

/** What the file says of itself; the same in the info dictionary and in the XMP packet. */
export interface DocumentMeta {
  title: string;
  author: string;
  subject?: string;
  keywords?: string[];
  /** Date of the document: the only clock of the engine, so that the same blocks give the same bytes. */
  createdAt: Date;
  /** Printed at the foot of every page: `BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ`. */
  banner?: string;
  /** Size of the text, 13 or 14; default 14. */
  size?: 13 | 14;
}

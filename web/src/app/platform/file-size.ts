import type { Language } from '@thidua/workflows/wording';

const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** A file's size as people read it: “640 B”, “12 KB”, “1,4 MB”. */
export function fileSize(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1000 ? [bytes, 'B'] : bytes < 1_000_000 ? [Math.round(bytes / 1000), 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}

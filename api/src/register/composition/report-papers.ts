import type { Block, Heading, Note, Run } from '../../platform/pdf/blocks.js';
import { paragraph, paragraphs } from './frame.js';
import { beginning, countOf, goingOn, joined, listed, sentence, shortDay } from './spelling.js';
import type { UnitInYear, YearData } from './year-data.js';

const names = (units: readonly UnitInYear[]): string => units.map(({ name }) => name).join('; ');
const shortNames = (units: readonly UnitInYear[]): string => sentence(units.map(({ shortName }) => shortName).join(', '));

/** The groups of the year with the units that lead them; a bloc without groups names all its units. */
function groups(data: YearData): { title: string; blocks: Block[] }[] {
  if (data.groups.length === 0)
    return [{ title: 'Đơn vị thành viên', blocks: [paragraph(`Khối gồm ${countOf(data.units.length, 'đơn vị')}: ${names(data.units)}.`)] }];
  return data.groups.map(({ number, name }) => {
    const members = data.units.filter(({ groupNumber }) => groupNumber === number);
    const leading = members.filter(({ leads }) => leads).map((unit) => ({ ...unit, name: `${unit.name} (trưởng nhóm)` }));
    const ordered = [...leading, ...members.filter(({ leads }) => !leads)];
    return { title: name, blocks: [paragraph(`${name} gồm ${countOf(members.length, 'đơn vị')}: ${names(ordered)}.`)] };
  });
}

/** The pledge as it was signed. */
function pledge({ pledge: signed, units }: YearData): { title: string; blocks: Block[] }[] {
  if (!signed) return [];
  const { signedOn, place, text } = signed;
  const said = `Ngày ${shortDay(signedOn)}, tại ${place}, ${countOf(units.length, 'đơn vị')} thành viên ký giao ước thi đua với các nội dung:`;
  return [
    { title: 'Giao ước thi đua', blocks: [paragraph(said), ...(text.length > 0 ? [{ kind: 'list' as const, marker: '-' as const, items: listed(text) }] : [])] },
  ]; // prettier-ignore
}

/** How many units registered for each title and level, their names in footnotes. */
function registrations(data: YearData): { title: string; blocks: Block[] }[] {
  const aims = [
    ...data.rules.titles.map(({ code, name }) => ({ kind: 'title', code, name })),
    ...data.rules.completionLevels.map(({ code, name }) => ({ kind: 'level', code, name: goingOn(name) })),
  ];
  const registered = (unitIds: ReadonlySet<string>) => data.units.filter(({ unitId }) => unitIds.has(unitId));
  const idsWhere = (holds: (registration: YearData['registrations'][number]) => boolean) =>
    new Set(data.registrations.filter(holds).map(({ unitId }) => unitId));
  const parts = aims.flatMap(({ kind, code, name }) => {
    const units = registered(idsWhere(({ state, aim }) => state === 'accepted' && aim?.kind === kind && aim.code === code));
    return units.length > 0 ? [{ text: `${countOf(units.length, 'đơn vị')} đăng ký ${name}`, units }] : [];
  });
  const withdrawn = registered(idsWhere(({ state }) => state === 'withdrawn'));
  const all = withdrawn.length > 0 ? [...parts, { text: `${countOf(withdrawn.length, 'đơn vị')} rút đăng ký`, units: withdrawn }] : parts;
  if (all.length === 0) return [];
  const text = all.flatMap(({ text: part, units }, at): (Run | Note)[] => [
    `${at === 0 ? '' : '; '}${part}`,
    { note: `Gồm: ${shortNames(units)}` },
  ]);
  return [{ title: 'Đăng ký thi đua', blocks: [paragraph([`Năm ${data.year}, Khối có `, ...text, '.'])] }];
}

function campaigns({ campaigns: all }: YearData): { title: string; blocks: Block[] }[] {
  if (all.length === 0) return [];
  const told = all.flatMap(({ number, from, to, theme, occasions }): Block[] => [
    paragraph([
      { text: `Đợt ${number} (từ ngày ${shortDay(from)} đến ngày ${shortDay(to)}): `, face: 'bold' },
      `${sentence(goingOn(theme))}${occasions.length > 0 ? ' Nội dung gắn với:' : ''}`,
    ]),
    ...(occasions.length > 0 ? [{ kind: 'list' as const, marker: '+' as const, items: listed(occasions.map(beginning)) }] : []),
  ]);
  return [{ title: 'Các đợt thi đua', blocks: [paragraph(`Trong năm, Khối phát động ${countOf(all.length, 'đợt')} thi đua:`), ...told] }];
}

function movements({ movements: all }: YearData): { title: string; blocks: Block[] }[] {
  if (all.length === 0) return [];
  const items = all.map(({ name, from, to }) => `“${name}”${from !== null && to !== null ? ` giai đoạn ${from}-${to}` : ''}`);
  return [{ title: 'Các phong trào thi đua', blocks: [paragraph(`Các đơn vị tham gia, hưởng ứng các phong trào: ${joined(items)}.`)] }];
}

/** Part I.2: groups, papers and pledge, registrations, campaigns, movements; what the year does not have is left out. */
export function papersPart(data: YearData): Block[] {
  const own = data.report?.parts.papers ?? [];
  const parts = [
    ...groups(data),
    ...(own.length > 0 ? [{ title: 'Văn bản của Khối', blocks: paragraphs(own, 'mục I.2') }] : []),
    ...pledge(data),
    ...registrations(data),
    ...campaigns(data),
    ...movements(data),
  ];
  return parts.flatMap(({ title, blocks }, at): Block[] => [heading(3, `2.${at + 1}.`, title), ...blocks]);
}

export const heading = (level: Heading['level'], number: string, text: string): Heading => ({ kind: 'heading', level, number, text });

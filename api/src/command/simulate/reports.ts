import { canonicalJson, sha256 } from '../../platform/journal/canonical.js';
import type { PlannedYear } from './calendar.js';
import { actorSql, atSql, diceSql, recordsSql, type Step } from './chained.js';
import { arraySql, constantSql, literal, numberSql, objectSql, plainSql, textSql, type Sql } from './canonical-sql.js';
import type { Stage } from './scheme.js';

const figure = (of: string, least: number, most: number): Sql => `(${least} + ${diceSql('s.id', of)} * ${most - least} / 255)`;
const MEMBERS = figure('members', 20, 900);
const CLASSES = figure('classes', 2, 40);
const MONEY = figure('money', 40, 1_500);

const PARAGRAPHS = arraySql([
  textSql(`s.name || ' bám sát nhiệm vụ của tỉnh và điều lệ Hội, cụ thể hóa giao ước của Khối thành chương trình riêng ngay từ đầu năm. Đơn vị kết nạp '
    || ${MEMBERS} || ' hội viên mới, mở ' || ${CLASSES} || ' lớp bồi dưỡng, tập huấn; các chi hội sinh hoạt đều, việc thu, chi được công khai trước hội viên.'`),
  textSql(`'Phong trào thi đua hướng về cơ sở: ' || s.short_name || ' vận động được ' || ${MONEY} || ' triệu đồng chăm lo hội viên khó khăn, giới thiệu hai điển hình '
    || 'tiên tiến cho Khối và giúp một đơn vị trong nhóm làm hồ sơ khen thưởng. Hạn chế là báo cáo của một số chi hội còn chậm.'`),
]);
const indicator = (key: string, label: string, unit: string, value: Sql): Sql =>
  objectSql({
    key: constantSql(key),
    label: constantSql(label),
    unit: constantSql(unit),
    qualifier: constantSql('exact'),
    value: numberSql(value),
  });
const INDICATORS = arraySql([
  indicator('hoi-vien-moi', 'Hội viên mới', 'người', MEMBERS),
  indicator('lop-boi-duong', 'Lớp bồi dưỡng, tập huấn', 'lớp', CLASSES),
  indicator('cham-lo-hoi-vien', 'Tiền chăm lo hội viên', 'triệu đồng', MONEY),
]);

const SECTION_STEPS: readonly Step[] = [
  {
    event: 'submit',
    from: 'draft',
    to: 'submitted',
    actor: actorSql('unit-head', 's.unit_id', { unit: 's.unit_id' }),
    at: atSql(`20 + ${diceSql('s.id', 'day')} / 64`, 8, `${diceSql('s.id', 'minute')} * 2`),
    version: '3',
    members: {
      content: plainSql(
        `pg_temp.sum_of(${objectSql({ awards: constantSql([]), indicators: 's.indicators_text', paragraphs: 's.paragraphs_text' })})`,
      ),
    },
  },
  {
    event: 'accept',
    from: 'submitted',
    to: 'accepted',
    actor: actorSql('bloc-secretary', 's.cycle_id'),
    at: atSql('25', 13, diceSql('s.id', 'minute')),
    version: '4',
  },
];

const SECTIONS = recordsSql({
  kind: 'Section',
  table: 'section',
  journal: 'journal',
  columns: ['cycle_id', 'unit_id', 'group_id', 'position', 'paragraphs', 'indicators', 'submitted_at', 'accepted_at'],
  rows: `select s.*, paragraphs_text::jsonb as paragraphs, indicators_text::jsonb as indicators, case when newest then 0 else 2 end as entries, case when newest then 1 else 4 end as version,
      case when newest then 'draft' else 'accepted' end as state, case when not newest then ${SECTION_STEPS[0]!.at} end as submitted_at, case when not newest then ${SECTION_STEPS[1]!.at} end as accepted_at
    from (select s.*, case when newest then '[]' else ${PARAGRAPHS} end as paragraphs_text, case when newest then '[]' else ${INDICATORS} end as indicators_text
      from (select m.*, pg_temp.made_id('section ' || cycle_id || ' ' || unit_id) as id, m.u as position, n.name, n.short_name from sim_member m join sim_name n using (unit_id) offset 0) s offset 0) s`,
  steps: SECTION_STEPS,
});

const PARTS = ['leadership', 'papers', 'assessment', 'limitations', 'causes', 'directions', 'bases', 'closing'] as const;

/** The head's own words are the same in every bloc, so their sum is one of the year. */
const reportsSql = (years: readonly PlannedYear[]): Sql[] => {
  const sums = years.map(({ year, report }) => `when ${year} then ${literal(sha256(canonicalJson(report)))}`).join(' ');
  const parts = PARTS.map((part) =>
    part === 'closing'
      ? `case when c.newest then '' else y.report ->> 'closing' end as closing`
      : `case when c.newest then '[]' else y.report -> '${part}' end as ${part}`,
  );
  return recordsSql({
    kind: 'Report',
    table: 'report',
    journal: 'journal',
    columns: ['cycle_id', 'as_of', ...PARTS, 'frozen_at'],
    rows: `select s.*, case when entries > 0 then ${atSql('27', 9)} end as frozen_at from (
      select pg_temp.made_id('report ' || c.cycle_id) as id, c.*, case when c.newest then 0 else 1 end as entries, case when c.newest then 1 else 3 end as version,
             case when c.newest then 'draft' else 'frozen' end as state, case when not c.newest then (y.report ->> 'asOf')::date end as as_of, ${parts.join(', ')}
        from sim_cycle c join sim_year y using (y)) s`,
    steps: [
      {
        event: 'freeze',
        from: 'draft',
        to: 'frozen',
        actor: actorSql('unit-head', 's.head_unit_id', { role: 'bloc-head', unit: 's.head_unit_id' }),
        at: atSql('27', 9),
        version: '3',
        members: { content: plainSql(`case s.year ${sums} end`) },
      },
    ],
  });
};

/** Sections and reports: written and frozen in closed years, empty in the newest. */
export const reports = (years: readonly PlannedYear[]): Stage => ({
  name: { vi: 'Phần báo cáo và báo cáo', en: 'sections and reports' },
  statements: [...SECTIONS, ...reportsSql(years)],
});

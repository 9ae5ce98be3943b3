import { computed, inject, type Signal } from '@angular/core';
import { may } from '@thidua/workflows/ability';
import type { Me } from '@thidua/workflows/account/account.schema';
import { HELD_ROLES, POST_SCOPES, type HeldRole } from '@thidua/workflows/actor';
import type { UnitRecord } from '@thidua/workflows/unit/unit.schema';
import { roleName } from '@thidua/workflows/words';
import { LANGUAGE } from '../platform/language.js';
import { Session } from '../platform/session.js';
import type { FormField, Typed } from '../ui/fields-form.js';
import { AdministrationApi } from './administration.api.js';

const NONE = { value: '', name: $localize`:@@fields.choose:Chọn…` };

const unitField = (under: string, units: readonly UnitRecord[]): FormField => ({
  place: `${under}.unitCode`,
  label: $localize`:@@fields.postUnit:Đơn vị`,
  kind: 'select',
  options: [NONE, ...units.filter(({ state }) => state === 'active').map(({ code, shortName }) => ({ value: code, name: shortName }))],
});

function yearFields(under: string, blocs: Me['blocs'], typed: Typed): FormField[] {
  const years = blocs.find(({ slug }) => slug === typed[`${under}.bloc`])?.years ?? [];
  const [bloc, year] = [$localize`:@@fields.postBloc:Khối thi đua`, $localize`:@@fields.postYear:Năm`];
  const choices = {
    blocs: blocs.map(({ slug, name }) => ({ value: slug, name })),
    years: years.map((y) => ({ value: String(y), name: String(y) })),
  };
  return [
    { place: `${under}.bloc`, label: bloc, kind: 'select', options: [NONE, ...choices.blocs] },
    { place: `${under}.year`, label: year, kind: 'select', figure: true, options: [NONE, ...choices.years] },
  ];
}

const termFields = (under: string): FormField[] => [
  {
    place: `${under}.title`,
    label: $localize`:@@fields.postTitle:Chức vụ ghi trên văn bản`,
    hint: $localize`:@@fields.postTitleHint:Ví dụ: Chủ tịch, Phó Chủ tịch, Chuyên viên.`,
  },
  { place: `${under}.from`, label: $localize`:@@fields.from:Từ ngày`, kind: 'date' },
  {
    place: `${under}.to`,
    label: $localize`:@@fields.to:Đến hết ngày`,
    kind: 'date',
    optional: true,
    hint: $localize`:@@fields.toHint:Để trống nếu chưa biết ngày kết thúc.`,
  },
];

/**
 * The fields of a post that is given: which post, for which unit or which bloc and year, from when. Only posts that the reader may give.
 * Call it where `inject` may be called.
 * @param under where the post stands in what is sent, such as `post`
 */
export function postFields(
  province: () => string,
  provinceId: () => string | undefined,
  typed: () => Typed,
  under: string,
): Signal<FormField[]> {
  const session = inject(Session);
  const language = inject(LANGUAGE);
  const api = inject(AdministrationApi);
  const units = api.allUnits(province);
  const here = api.allBlocs(province);
  /** Whoever keeps several provinces gives posts in the blocs of this one. */
  const blocs = computed(() => (session.me()?.blocs ?? []).filter(({ id }) => here.value()?.some((bloc) => bloc.id === id)));
  const roles = computed(() =>
    HELD_ROLES.filter((role) => may(session.rights(), 'give', 'Post', { role, provinceId: provinceId() ?? null })).map((role) => ({
      value: role as string,
      name: roleName(role, language),
    })),
  );
  return computed(() => {
    const scope = POST_SCOPES[typed()[`${under}.role`] as HeldRole];
    const held = scope === 'unit' ? [unitField(under, units.value() ?? [])] : scope === 'year' ? yearFields(under, blocs(), typed()) : [];
    const role = $localize`:@@fields.role:Chức danh`;
    return [{ place: `${under}.role`, label: role, kind: 'select', options: [NONE, ...roles()] }, ...held, ...termFields(under)];
  });
}

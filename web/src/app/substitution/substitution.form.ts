import { afterNextRender, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AREAS, type Area } from '@thidua/workflows/substitution/area';
import { SubstitutionDraft, type FittingPost } from '@thidua/workflows/substitution/substitution.schema';
import { areaWords } from '@thidua/workflows/substitution/substitution.words';
import { eventName } from '@thidua/workflows/words';
import { faultsOfShape, NO_FAULTS, type Faults } from '../platform/faults.js';
import { givesFocusBack } from '../platform/focus-back.js';
import { LANGUAGE } from '../platform/language.js';
import { ErrorSummary, type Correction } from '../ui/error-summary.js';
import { ProblemNote } from '../ui/problem-note.js';
import { SelectField, type Option } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { draftFrom, type Entered } from './substitution-draft.js';

const FIELDS: Readonly<Record<string, string>> = {
  '/substitutePostId': 'substitute',
  '/areas': 'substitution-area-registrations',
  '/from': 'substitution-from',
  '/to': 'substitution-to',
  '/paper/number': 'substitution-paper',
  '/paper/day': 'substitution-paper-day',
  '/note': 'substitution-note',
};

/** Naming somebody: who and how, in which areas, from which minute to which; the written authorisation where it is TUQ. */
@Component({
  selector: 'app-substitution-form',
  imports: [ErrorSummary, MatButton, ProblemNote, SelectField, TextField],
  host: { '(keydown.escape)': 'dropped.emit()' },
  templateUrl: './substitution.form.html',
  styleUrl: './substitution.form.scss',
})
export class SubstitutionForm {
  readonly fitting = input.required<readonly FittingPost[]>();
  readonly busy = input(false);
  readonly problem = input<unknown>(null);
  readonly given = output<SubstitutionDraft>();
  readonly dropped = output();
  private readonly language = inject(LANGUAGE);
  protected readonly verb = eventName('Substitution', 'create', this.language);
  protected readonly who = signal('');
  protected readonly areas = signal<readonly Area[]>([]);
  protected readonly fromDay = signal('');
  protected readonly fromTime = signal('');
  protected readonly toDay = signal('');
  protected readonly toTime = signal('17:00');
  protected readonly paperNumber = signal('');
  protected readonly paperDay = signal('');
  protected readonly note = signal('');
  protected readonly faults = signal<Faults>(NO_FAULTS);
  protected readonly all = AREAS.map((area) => ({ area, name: areaWords[area][this.language] }));
  protected readonly chosen = computed(() => this.fitting().find((one) => keyOf(one) === this.who()) ?? null);
  protected readonly written = computed(() => this.chosen()?.manner === 'TUQ');
  protected readonly options = computed<readonly Option[]>(() => [
    { value: '', name: $localize`:@@substitution.choose:Chọn người làm thay` },
    ...this.fitting().map((one) => ({ value: keyOf(one), name: nameOf(one) })),
  ]);
  protected readonly corrections = computed<readonly Correction[]>(() =>
    [...this.faults()].map(([place, text]) => ({ fieldId: FIELDS[place] ?? null, text })),
  );

  constructor() {
    givesFocusBack(() => true);
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender({ read: () => host.nativeElement.querySelector<HTMLElement>('h3')?.focus() });
  }

  protected toggle(area: Area, on: boolean): void {
    this.areas.update((areas) => AREAS.filter((one) => (one === area ? on : areas.includes(one))));
  }

  protected toggleAll(on: boolean): void {
    this.areas.set(on ? AREAS : []);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.busy()) return;
    const parsed = SubstitutionDraft.safeParse(draftFrom(this.entered()));
    this.faults.set(parsed.success ? NO_FAULTS : this.inWords(faultsOfShape(parsed.error.issues)));
    if (parsed.success) this.given.emit(parsed.data);
  }

  private entered(): Entered {
    return {
      chosen: this.chosen(),
      areas: this.areas(),
      from: { day: this.fromDay(), time: this.fromTime() },
      to: { day: this.toDay(), time: this.toTime() },
      paper: { number: this.paperNumber(), day: this.paperDay() },
      note: this.note(),
    };
  }

  /** What a choice lacks is said as a choice, not as a text that is too short. */
  private inWords(faults: Faults): Faults {
    const said: Readonly<Record<string, string>> = {
      '/substitutePostId': $localize`:@@substitution.noWho:Chọn người làm thay.`,
      '/areas': $localize`:@@substitution.noAreas:Chọn ít nhất một việc.`,
      '/to': $localize`:@@substitution.noEnd:Nhập ngày và giờ kết thúc.`,
      '/from': $localize`:@@substitution.noBegin:Nhập cả ngày và giờ bắt đầu, hoặc để trống cả hai.`,
    };
    // The own post comes with the person who is chosen.
    const entered = [...faults].filter(([place]) => place !== '/principalPostId');
    return new Map(entered.map(([place, text]) => [place, said[place] ?? text]));
  }
}

const keyOf = ({ principalPostId, postId, manner, year }: FittingPost): string =>
  [principalPostId, postId, manner, year?.cycleId ?? ''].join(' ');

/** Who, how, for what; then the post, where a narrow list cuts off. */
function nameOf({ name, title, unitName, manner, mannerName, year }: FittingPost): string {
  const who = `${name}: ${mannerName} (${manner}.)`;
  const what = year ? $localize`:@@substitution.option:${who}:who: Trưởng ${year.blocName}:bloc: năm ${year.year}:year:` : who;
  return `${what} · ${title} ${unitName}`;
}

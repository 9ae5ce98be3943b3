import { holds } from '@thidua/workflows/year/timeline';
import type { HeldRole } from '@thidua/workflows/actor';
import type { YearFile, YearPerson } from '@thidua/workflows/year/year-file.schema';
import { PersonSession } from './session.js';
import { Stopped } from './stopped.js';

/** The sessions of a year's people, each opened once, when it is first needed. */
export class People {
  private readonly sessions = new Map<string, Promise<PersonSession>>();

  constructor(
    private readonly url: string,
    private readonly file: YearFile,
    private readonly password: string,
  ) {}

  /** The session of a person of the file. @throws Stopped when the sign-in is refused */
  session(person: YearPerson, where: string): Promise<PersonSession> {
    const known = this.sessions.get(person.id);
    if (known) return known;
    const opened = PersonSession.open(this.url, person.email, this.password, where);
    this.sessions.set(person.id, opened);
    return opened;
  }

  /** The session of whoever holds a post at an instant. @throws Stopped when nobody does */
  holder(role: HeldRole, unit: string | null, on: string, where: string): Promise<PersonSession> {
    const person = this.file.people.find((candidate) => holds(candidate, { role, unit }, on));
    if (!person) throw Stopped.unseen(where, `${role} ${unit ?? ''}`.trim());
    return this.session(person, where);
  }
}

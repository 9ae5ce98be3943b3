import type { YearFile, YearPerson } from '@thidua/workflows/year/year-file.schema';
import { PersonSession } from './session.js';

/** The sessions of a year's people, each opened when it is first needed. */
export class People {
  private readonly sessions = new Map<string, Promise<PersonSession>>();

  constructor(
    private readonly url: string,
    private readonly file: YearFile,
    private readonly password: string,
  ) {}

  /** The session of a person of the file. @throws Stopped when the sign-in is refused */
  session(person: YearPerson): Promise<PersonSession> {
    const known = this.sessions.get(person.id);
    if (known) return known;
    const opened = PersonSession.open(this.url, person.email, this.password);
    this.sessions.set(person.id, opened);
    return opened;
  }

  /** The first person of the file who holds a role. @throws Error when nobody does */
  withRole(role: YearPerson['posts'][number]['role']): Promise<PersonSession> {
    const person = this.file.people.find((candidate) => candidate.posts.some((post) => post.role === role));
    if (!person) throw new Error(`Nobody of the file is ${role}`);
    return this.session(person);
  }
}

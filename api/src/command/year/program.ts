/** What the player asks of the running program outside any person's session: its business clock (development only). */
export class Program {
  constructor(readonly url: string) {}

  /** Moves business time to an instant. @throws Error when the program does not run in the development mode */
  async setClock(on: string): Promise<void> {
    const answer = await fetch(`${this.url}/api/dev/clock`, {
      method: 'PUT',
      headers: { 'x-thidua': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ now: on }),
    });
    if (!answer.ok)
      throw new Error(`The business clock could not be set (${answer.status}): a year is played in the development mode only`);
  }

  /** Lets the local mail server refuse these addresses, to see what a refusal looks like. */
  async refuse(addresses: readonly string[]): Promise<void> {
    if (addresses.length === 0) return;
    const answer = await fetch(`${this.url}/api/dev/mail/refused`, {
      method: 'PUT',
      headers: { 'x-thidua': '1', 'content-type': 'application/json' },
      body: JSON.stringify(addresses),
    });
    if (!answer.ok) throw new Error(`The local mail server took no list of refused addresses (${answer.status})`);
  }
}

import { inject, signal } from '@angular/core';
import { Router } from '@angular/router';

/** Something new that is being made: sent once, then its page is opened; what was typed stays when it is refused. Made where `inject` may be called. */
export class Making {
  private readonly router = inject(Router);
  readonly busy = signal(false);
  readonly problem = signal<unknown>(null);

  /** @param make sends it and gives the address of its page */
  async send(make: () => Promise<readonly string[]>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.router.navigate([...(await make())], { state: { sent: 'create' } });
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  back(...link: readonly string[]): void {
    void this.router.navigate([...link]);
  }
}

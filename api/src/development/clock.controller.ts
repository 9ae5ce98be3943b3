import { Body, Controller, Get, Put } from '@nestjs/common';
import { Instant } from '@thidua/workflows/record';
import { z } from 'zod';
import { Database } from '../platform/database/database.js';
import { Answers } from '../platform/http/answers.js';
import { Public } from '../platform/http/request.js';

const NOWHERE = { blocId: null, provinceId: null };
const Clock = z.strictObject({ now: Instant });
type Clock = z.infer<typeof Clock>;

/** Business time, which only the development mode may move: production does not register this route. Trust time is always real. */
@Controller('api/dev/clock')
export class ClockController {
  constructor(private readonly database: Database) {}

  @Public()
  @Get()
  @Answers(Clock)
  async read(): Promise<Clock> {
    const [row] = await this.database.read(NOWHERE, (db) => db.query<{ now: Date }[]>('select business_now() as now'));
    return { now: row!.now.toISOString() };
  }

  @Public()
  @Put()
  @Answers(Clock)
  async move(@Body({ schema: Clock }) clock: Clock): Promise<Clock> {
    await this.database.write(NOWHERE, (db) =>
      db.query(`update business_clock set shift = $1::timestamptz - clock_timestamp()`, [clock.now]),
    );
    return this.read();
  }
}

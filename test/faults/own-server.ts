import { join } from 'node:path';
import { startPostgres } from '../../api/launch/postgres.mjs';

type Server = Awaited<ReturnType<typeof startPostgres>>;

/**
 * A PostgreSQL that a test may strike: it keeps what it has committed, which that of the other tests does not. While it runs the worlds that
 * are started stand on it (`TEST_PG`).
 */
export class OwnServer {
  private readonly shared = process.env['TEST_PG'];

  private constructor(
    private readonly folder: string,
    private server: Server,
  ) {
    process.env['TEST_PG'] = `postgres://postgres:throwaway@127.0.0.1:${server.port}/postgres`;
  }

  /** @param folder an empty one, in which its user may look */
  static async start(folder: string): Promise<OwnServer> {
    return new OwnServer(folder, await startPostgres(wanted(folder)));
  }

  /** Fulfilled when the server has ended, however it did. */
  get ended(): Promise<unknown> {
    return this.server.ended;
  }

  /** Starts it again at its old address, once it has ended. */
  async startAgain(): Promise<void> {
    this.server = await startPostgres({ ...wanted(this.folder), port: this.server.port });
  }

  /** Ends it without its having time to write anything (`pg_ctl stop -m immediate`). */
  async stopAtOnce(): Promise<void> {
    process.kill(this.server.pid, 'SIGQUIT');
    await this.server.ended;
  }

  /** Ends it in order; worlds stand on the shared server again. */
  async close(): Promise<void> {
    await this.server.stop();
    process.env['TEST_PG'] = this.shared;
  }
}

const wanted = (folder: string) => ({ folder, log: join(folder, 'postgres.log'), password: 'throwaway' });

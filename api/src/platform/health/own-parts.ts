import { Injectable } from '@nestjs/common';
import { said, type Said } from '@thidua/workflows/wording';
import { Database } from '../database/database.js';
import { HealthParts, shortAnswer, type Finding } from './health-parts.js';

/** A worker says every five seconds that it lives: one that has not for this long is not relied on. */
const FRESH_SECONDS = 20;
/** A checkpoint is made every day; one that is so old was missed. */
const LATE_HOURS = 36;
/** The workers that live; first those to which the mail server answers. */
const LIVING = `select mail_ready as "mailReady", mail_answer as "mailAnswer" from worker_heartbeat
  where at > clock_timestamp() - make_interval(secs => ${FRESH_SECONDS}) order by mail_ready desc, at desc`;

type Living = {
  readonly mailReady: boolean;
  readonly mailAnswer: string;
};

const ready = (reason: Said): Finding => ({ ready: true, reason });
const failing = (reason: Said): Finding => ({ ready: false, reason });

/** The parts that the platform itself stands on: database, worker, mail. */
@Injectable()
export class OwnParts {
  constructor(
    private readonly database: Database,
    parts: HealthParts,
  ) {
    parts.add({ part: 'database', name: said('Cơ sở dữ liệu', 'Database'), look: () => this.lookAtDatabase() });
    parts.add({ part: 'worker', name: said('Tiến trình gửi thư và giữ hạn', 'Worker'), look: () => this.lookAtWorker() });
    parts.add({ part: 'checkpoints', name: said('Mốc nhật ký', 'Checkpoints of the journal'), look: () => this.lookAtCheckpoints() });
    parts.add({ part: 'mail', name: said('Thư', 'Mail'), look: () => this.lookAtMail() });
  }

  private async lookAtDatabase(): Promise<Finding> {
    await this.database.watch('select 1');
    return ready(said('Cơ sở dữ liệu trả lời.', 'The database answers.'));
  }

  private async lookAtWorker(): Promise<Finding> {
    const workers = await this.living();
    return workers.length > 0
      ? ready(said('Đang chạy.', 'Running.'))
      : failing(said(`Không lên tiếng đã quá ${FRESH_SECONDS} giây.`, `Silent for more than ${FRESH_SECONDS} seconds.`));
  }

  /** What the worker last heard: health asks no mail server itself. */
  private async lookAtMail(): Promise<Finding> {
    const [worker] = await this.living();
    if (!worker) return failing(said('Chưa biết: worker không lên tiếng.', 'Not known: the worker is silent.'));
    if (worker.mailReady) return ready(said('Máy chủ thư trả lời.', 'The mail server answers.'));
    const answer = shortAnswer(worker.mailAnswer);
    return failing(
      said(
        `Máy chủ thư không nhận (${answer}); xem nhật ký worker.`,
        `The mail server does not take us (${answer}); see the worker's log.`,
      ),
    );
  }

  /** A late checkpoint keeps nobody from their work, so this part stays ready and says it in words. */
  private async lookAtCheckpoints(): Promise<Finding> {
    const [row] = await this.database.watch<{ late: number }>('select late_checkpoints($1) as late', [LATE_HOURS]);
    const late = row?.late ?? 0;
    return ready(
      late === 0
        ? said('Mốc của mọi khối và của cả bản cài đặt đều mới.', 'Those of all blocs and of the installation are recent.')
        : said(
            `${late} nơi (khối, hoặc cả bản cài đặt) quá ${LATE_HOURS} giờ chưa có mốc mới; xem nhật ký worker, hoặc chạy thidua audit checkpoint.`,
            `${late} places (blocs, or the installation itself) have had none for over ${LATE_HOURS} hours; see the worker's log, or run thidua audit checkpoint.`,
          ),
    );
  }

  /** Whether the mail server answers, as the workers last heard; null: no worker lives. */
  async mailAnswers(): Promise<boolean | null> {
    const [worker] = await this.living();
    return worker ? worker.mailReady : null;
  }

  private living(): Promise<Living[]> {
    return this.database.watch<Living>(LIVING);
  }
}

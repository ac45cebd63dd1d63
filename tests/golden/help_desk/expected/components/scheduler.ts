/**
 * Does at its times what schedules say, through the controllers, as everybody else.
 *
 * @module
 */
import { HarnessComponent, type Log, type PortSpec } from "@autocoder/harness";
import type { EntityReply } from "../kit/entity_request.ts";
import { keepSchedule } from "../kit/schedule_keeper.ts";
import type { ScheduleLedger } from "../kit/schedule_ledger.ts";
import { ScheduleTally } from "../kit/schedule_tally.ts";
import { SCHEDULES } from "../schedule/schedules.ts";

/** What the scheduler needs. */
export interface SchedulerConfig {
  /** Which runs were done, and who has one in hand. */
  readonly ledger: ScheduleLedger;
  /** Whether anything is done at all. */
  readonly enabled: boolean;
  /** Hears of runs, and of what is refused. */
  readonly log?: Log;
}

/** Does at its times what schedules say. */
export class Scheduler extends HarnessComponent<SchedulerConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    ticket_requests: { direction: "out", type: "TicketRequest" },
    notice_requests: { direction: "out", type: "NoticeRequest" },
  };

  readonly #tally: ScheduleTally = new ScheduleTally();

  /** Keeps every schedule, one beside another, until it is to stop. */
  override async process(): Promise<void> {
    const { ledger, enabled, log } = this.config;
    if (!enabled) return await this.stopped();
    await Promise.all(SCHEDULES.map((schedule) =>
      keepSchedule(schedule, {
        send: (request) =>
          this.request<EntityReply<unknown>>(
            `${schedule.spec.name}_requests`,
            request,
          ),
        ledger,
        tally: this.#tally,
        signal: this.signal,
        sleep: (milliseconds) => this.sleep(milliseconds),
        log,
      })
    ));
  }

  /** Writes what was done in Prometheus's text format. */
  figures(): string {
    return this.#tally.toPrometheus();
  }
}

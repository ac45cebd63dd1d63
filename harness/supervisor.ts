import type { Clock } from "./clock.ts";
import { RestartsExhausted } from "./errors.ts";
import type { Log } from "./log.ts";
import type { Member, MemberWatcher } from "./member.ts";
import type { RestartGroup } from "./restart_group.ts";
import {
  backoffMs,
  RestartIntensity,
  type SupervisionOptions,
} from "./supervision.ts";

/** What a supervisor needs to know. */
export interface SupervisorInit {
  /** Name of the system. */
  readonly system: string;
  /** How it deals with failures. */
  readonly options: SupervisionOptions;
  /** Where it has its time from. */
  readonly clock: Clock;
  /** Where it reports. */
  readonly log: Log;
  /** How long a component may take to end before those it belongs to are started again, in milliseconds. */
  readonly restTimeoutMs: number;
  /** Hears that the system must be given up. */
  readonly escalate: (error: RestartsExhausted) => void;
}

/**
 * Starts components again that have ended, alone or with others, as OTP's supervisors do. Where
 * several are concerned, one group is dealt with after another.
 */
export class Supervisor implements MemberWatcher {
  readonly #init: SupervisorInit;
  readonly #intensity: RestartIntensity;
  readonly #waits = new Set<() => void>();
  #members: readonly Member[] = [];
  #restartGroup: RestartGroup = (name) => new Set([name]);
  #work: Promise<void> = Promise.resolve();
  #halted = false;

  /** Watches nobody yet. Throws `RangeError` when an option makes no sense. */
  constructor(init: SupervisorInit) {
    this.#init = init;
    const { maxRestarts = 3, windowMs = 5_000 } = init.options;
    this.#intensity = new RestartIntensity(maxRestarts, windowMs);
  }

  /** Watches members, given in start order. */
  watch(members: readonly Member[], restartGroup: RestartGroup): void {
    this.#members = members;
    this.#restartGroup = restartGroup;
    for (const member of members) member.watcher = this;
  }

  /** Starts nothing any more; who rests is told so, and ends for good. */
  halt(): void {
    this.#halted = true;
    for (const end of this.#waits) end();
    for (const member of this.#members) {
      if (member.isResting) member.beginStop();
    }
  }

  wants({ options }: Member, failed: boolean): boolean {
    if (this.#halted) return false;
    return options.restart === "permanent" ||
      options.restart === "transient" && failed;
  }

  rested(member: Member): void {
    const { strategy = "one_for_one" } = this.#init.options;
    if (this.#halted) member.beginStop();
    else if (strategy === "one_for_one") void this.#restart(member);
    else this.#work = this.#work.then(() => this.#restart(member));
  }

  stuck(member: Member, cause: unknown): void {
    if (!this.#halted) this.#escalate(member, "found it not ending", cause);
  }

  async #restart(member: Member): Promise<void> {
    let failed: Member | undefined = member;
    let group: readonly Member[] = [];
    // It may have come back with another's group, or ended for good, while it waited for its turn.
    while (failed?.isResting && !this.#halted) {
      const now = this.#init.clock.now();
      const earlier = this.#intensity.recent(now);
      if (!this.#intensity.admit(now)) return this.#giveUp(failed);
      group = this.#joined(this.#groupOf(failed), group);
      for (const other of group.toReversed()) {
        await other.rest(this.#init.restTimeoutMs);
      }
      await this.#wait(backoffMs(earlier, this.#init.options.backoff));
      failed = await this.#wakeAll(group);
    }
    if (this.#halted) this.halt(); // also for whoever came to rest meanwhile
  }

  /** A group, and those of an earlier one that have not come back, in start order. */
  #joined(
    group: readonly Member[],
    earlier: readonly Member[],
  ): readonly Member[] {
    const all = new Set([
      ...group,
      ...earlier.filter((member) => member.isResting),
    ]);
    return this.#members.filter((member) => all.has(member));
  }

  /** Wakes members one by one, until one fails on the way; returns that one. */
  async #wakeAll(group: readonly Member[]): Promise<Member | undefined> {
    for (const member of group) {
      if (this.#halted) return undefined;
      if (!member.isResting || await member.wake()) continue;
      if (member.isResting) return member;
    }
    return undefined;
  }

  /**
   * Those that are started again together, in start order. Whoever is never started again is not
   * stopped for the sake of others either.
   */
  #groupOf(member: Member): readonly Member[] {
    const { strategy = "one_for_one" } = this.#init.options;
    if (strategy === "one_for_one") return [member];
    const returning = this.#members.filter(({ options: { restart } }) =>
      restart !== undefined && restart !== "temporary"
    );
    if (strategy === "one_for_all") return returning;
    const names = this.#restartGroup(member.name);
    return returning.filter(({ name }) => names.has(name));
  }

  #giveUp(member: Member): void {
    const { maxRestarts = 3, windowMs = 5_000 } = this.#init.options;
    const problem =
      `found ${maxRestarts} restarts within ${windowMs} ms, wanted fewer`;
    this.#escalate(member, problem, member.component.status.lastError);
  }

  #escalate({ name }: Member, problem: string, cause: unknown): void {
    const { system, log, escalate } = this.#init;
    const error = new RestartsExhausted(
      `Cannot restart "${name}" of "${system}": ${problem}`,
      { cause },
    );
    const event = "escalated";
    log({ level: "error", event, system, component: name, error });
    escalate(error);
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        callOff();
        this.#waits.delete(end);
        resolve();
      };
      const callOff = this.#init.clock.after(milliseconds, end);
      this.#waits.add(end);
    });
  }
}

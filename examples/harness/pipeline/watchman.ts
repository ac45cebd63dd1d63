import { HarnessComponent, type HealthReport } from "@autocoder/harness";

/** Looks at the health of the house every two milliseconds, and notes who is about to be started again. */
export class Watchman
  extends HarnessComponent<{ readonly health: () => HealthReport }> {
  /** Why somebody had to be started again, by name and time. */
  readonly restarts: Map<string, string | undefined> = new Map();

  override async process(): Promise<void> {
    while (await this.sleep(2)) {
      for (const { name, restarting } of this.config.health().components) {
        if (restarting === undefined) continue;
        this.restarts.set(`${name} ${restarting.since}`, restarting.error);
      }
    }
  }
}

/**
 * What the templates of schedules are given.
 *
 * @module
 */
import type { PortView } from "./component_views.ts";
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** schedule/schedules.ts. */
export interface SchedulesView {
  readonly entities: readonly {
    readonly constant: Name;
    readonly file: Name;
  }[];
  readonly schedules: readonly {
    /** What it does, for people. */
    readonly about: Ts;
    readonly spec: Ts;
  }[];
}

/** The component that keeps schedules, and its unit test. */
export interface SchedulerView {
  readonly description: Ts;
  readonly ports: readonly PortView[];
}

/** tests/contract/schedules_test.ts. */
export interface SchedulesTestView {
  readonly imports: Ts;
  readonly schedules: readonly {
    readonly title: Ts;
    readonly nameLiteral: Ts;
    readonly make: Name;
    /** What makes one due. */
    readonly state: Ts;
    readonly controller: Name;
    readonly handler: Name;
  }[];
}

/** docs/SCHEDULES.md. */
export interface SchedulesDocView {
  /** Whether nothing outlives the process. */
  readonly memory: boolean;
  readonly schedules: readonly {
    readonly name: Safe<"md">;
    readonly what: Safe<"md">;
  }[];
}

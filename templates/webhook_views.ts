/**
 * What the templates of webhooks are given.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** webhooks/webhooks.ts. */
export interface WebhooksView {
  readonly webhooks: readonly {
    /** What it tells, for people. */
    readonly about: Ts;
    readonly spec: Ts;
  }[];
}

/** The component that sends webhooks, and its unit test. */
export interface WebhookSenderView {
  readonly description: Ts;
}

/** tests/contract/webhooks/delivery_test.ts. */
export interface WebhooksTestView {
  /** The settings before those of webhooks. */
  readonly before: Ts;
  readonly imports: Ts;
  /** Whether a system starts with a promise. */
  readonly waits: boolean;
  /** Whether it uses the users' settings. */
  readonly auth: boolean;
  /** Whether anything is asked of a controller. */
  readonly asks: boolean;
  readonly occasions: readonly {
    readonly webhook: Ts;
    readonly type: Ts;
    readonly hidden: Ts;
    readonly make: Name;
    /** What is made first. */
    readonly state: Ts;
    /** What happens then; nothing when the creation is it. */
    readonly request?: Ts;
    readonly controller: Name;
    readonly handler: Name;
  }[];
}

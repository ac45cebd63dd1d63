/**
 * Tells clients that listen what has changed, once it is committed.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { ChangeSource } from "../kit/live_change.ts";
import type { LiveSubscription } from "../kit/live_subscription.ts";
import { type LiveRequest, LiveUpdates } from "../kit/live_updates.ts";
import type { Outcome } from "../kit/problem.ts";
import { CONCERT_SPEC } from "../models/concert.ts";
import { SEAT_REQUEST_SPEC } from "../models/seat_request.ts";

/** What the feed needs. */
export interface LiveFeedConfig {
  /** Where it hears of changes. */
  readonly changes: ChangeSource;
  /** How many streams may be open. */
  readonly streams: number;
}

/** Tells clients that listen what has changed. */
export class LiveFeed extends HarnessComponent<LiveFeedConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    subscribe: { direction: "in", type: "LiveRequest" },
  };

  readonly #updates = new LiveUpdates({ streams: this.config.streams });
  #watch: AsyncDisposable | undefined;

  /** Begins to hear of changes; after a failure, some were missed. */
  override async setup(): Promise<void> {
    this.#updates.gap();
    this.#watch = await this.config.changes.watch(LIVE, this.#updates);
  }

  /** Serves its input port until it closes, and shows quiet streams that they are open. */
  override async process(): Promise<void> {
    const served = this.serve({
      subscribe: (request: LiveRequest) => this.handleSubscribe(request),
    });
    const ended = served.then(() => false);
    while (await Promise.race([this.sleep(BEAT_MS), ended])) {
      this.#updates.beat();
    }
    await served;
  }

  /** Ends all streams, and hears of nothing more. */
  override async cleanup(): Promise<void> {
    this.#updates.close();
    await this.#watch?.[Symbol.asyncDispose]();
    await super.cleanup();
  }

  /** Opens a subscription for a request that came in by `subscribe`. */
  handleSubscribe(request: LiveRequest): Outcome<LiveSubscription> {
    return this.#updates.subscribe(request);
  }

  /** Writes the figures of its streams in Prometheus's text format. */
  figures(): string {
    return this.#updates.toPrometheus();
  }
}

const LIVE = [CONCERT_SPEC, SEAT_REQUEST_SPEC];
/** Proxies close connections on which nothing comes for a minute or so. */
const BEAT_MS = 15_000;

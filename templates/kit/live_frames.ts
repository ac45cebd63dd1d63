/**
 * What goes over the wire to one viewer, whichever wire it is.
 *
 * @module
 */
import type { EndReason, LiveSubscription } from "./live_subscription.ts";
import type { ChangeKind } from "./live_change.ts";
import { type LiveTold, type LiveViewer, newsOf } from "./live_view.ts";

/** Why a stream is over; `gone` where what it is about is not there any more for whoever listens. */
export type CloseReason = EndReason | "unauthorized" | "unavailable" | "gone";

/** One event, or a sign of life. */
export type LiveFrame =
  /** What was missed has been told: what is read after this misses nothing that is told later. */
  | { readonly event: "ready"; readonly id: string }
  /** Changes may have been missed: all has to be read again. */
  | { readonly event: "reset"; readonly id: string }
  /** One of several that tell of the same change has no id: whoever comes back is told all of them again. */
  | {
    readonly event: ChangeKind;
    readonly id?: string;
    readonly data: unknown;
  }
  | {
    readonly event: "closed";
    readonly data: { readonly reason: CloseReason };
  }
  | { readonly event: "beat" };

/** Tells a viewer of changes until the subscription is over; the last frame says why, and `onEnd` is called. */
export async function* framesOf(
  subscription: LiveSubscription,
  viewer: LiveViewer,
  onEnd: () => void,
): AsyncGenerator<LiveFrame, void> {
  try {
    for await (const signal of subscription.signals()) {
      if ("gap" in signal) {
        yield { event: "reset", id: signal.gap };
      } else if ("ready" in signal) {
        yield { event: "ready", id: signal.ready };
      } else if ("beat" in signal) {
        const sight = await viewer.look();
        if (!sight.ok) return yield closed(reasonOf(sight.problem.status));
        yield { event: "beat" };
      } else {
        const news = await newsOf(viewer, signal.change);
        if (!news.ok) return yield closed(reasonOf(news.problem.status));
        yield* withMark(news.value, signal.mark);
      }
    }
    if (subscription.ended) yield closed(subscription.ended);
  } catch {
    yield closed("unavailable"); // the controller or the store is away: whoever comes back may find it
  } finally {
    onEnd();
  }
}

function* withMark(
  news: readonly LiveTold[],
  id: string,
): Generator<LiveFrame, void> {
  for (const [index, { event, data }] of news.entries()) {
    if (event === "reset") yield { event, id };
    else yield index < news.length - 1 ? { event, data } : { event, id, data };
  }
}

function reasonOf(status: number): CloseReason {
  if (status === 401 || status === 403) return "unauthorized";
  return status === 404 ? "gone" : "unavailable";
}

function closed(reason: CloseReason): LiveFrame {
  return { event: "closed", data: { reason } };
}

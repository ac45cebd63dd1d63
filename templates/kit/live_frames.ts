/**
 * What goes over the wire to one viewer, whichever wire it is.
 *
 * @module
 */
import type { EndReason, LiveSubscription } from "./live_subscription.ts";
import { type LiveViewer, newsOf } from "./live_view.ts";

/** Why a stream is over. */
export type CloseReason = EndReason | "unauthorized" | "unavailable";

/** One event, or a sign of life. */
export type LiveFrame =
  /** What was missed has been told: what is read after this misses nothing that is told later. */
  | { readonly event: "ready"; readonly id: string }
  /** Changes may have been missed: all has to be read again. */
  | { readonly event: "reset"; readonly id: string }
  | {
    readonly event: "created" | "updated";
    readonly id: string;
    readonly data: object;
  }
  | {
    readonly event: "deleted";
    readonly id: string;
    readonly data: { readonly id: string };
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
        if (!await mayStay(viewer)) return yield closed("unauthorized");
        yield { event: "beat" };
      } else {
        const news = await newsOf(viewer, signal.change);
        if (!news.ok) return yield closed(reasonOf(news.problem.status));
        if (news.value === undefined) continue;
        const id = signal.mark;
        yield news.value.kind === "deleted"
          ? { event: "deleted", id, data: { id: news.value.id } }
          : { event: news.value.kind, id, data: news.value.entity };
      }
    }
    if (subscription.ended) yield closed(subscription.ended);
  } catch {
    yield closed("unavailable"); // the controller or the store is away: whoever comes back may find it
  } finally {
    onEnd();
  }
}

async function mayStay({ guard, request }: LiveViewer): Promise<boolean> {
  const decision = await guard?.decide(request, "list");
  return decision === undefined || decision.ok;
}

function reasonOf(status: number): CloseReason {
  return status === 401 || status === 403 ? "unauthorized" : "unavailable";
}

function closed(reason: CloseReason): LiveFrame {
  return { event: "closed", data: { reason } };
}

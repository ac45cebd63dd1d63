import {
  ChannelBroken,
  ComponentUnavailable,
  type LogEntry,
  RequestFailed,
  RequestTimeout,
} from "@autocoder/harness";
import { assertThrows } from "@std/assert";
import { expectUnavailable } from "./expect_unavailable.ts";

function entry(error: unknown, event = "request_unavailable"): LogEntry {
  return { level: "warn", event, error };
}

function wrapped(cause: unknown): RequestFailed {
  return new RequestFailed("no answer", {
    cause: new RequestFailed("no answer", { cause }),
  });
}

Deno.test("expectUnavailable() takes refusals because something is down", () => {
  expectUnavailable([
    entry(undefined, "started"),
    entry(new ChannelBroken("broken")),
    entry(wrapped(new ComponentUnavailable("down"))),
  ]);
});

Deno.test("expectUnavailable() takes none of nobody who answered in time, and no log without a refusal", () => {
  const down = entry(wrapped(new ComponentUnavailable("down")));
  const late = new RequestTimeout("found no answer");
  for (
    const log of [
      [],
      [entry(new ChannelBroken("broken"), "request_failed")],
      [entry(late)],
      [down, entry(wrapped(late))],
    ]
  ) {
    assertThrows(() => expectUnavailable(log), Error, "found");
  }
});

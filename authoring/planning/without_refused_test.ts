import { assertEquals } from "@std/assert";
import { withoutRefused } from "./without_refused.ts";

const HOST = "other.example";

const FORBIDDEN = [
  "Never tell other.example anything about notes.",
  "Tell other.example nothing.",
  "Don't send anything to other.example.",
  "Don’t send anything to other.example.",
  "Nothing goes to other.example.",
  "No data may leave for other.example.",
  "Under no circumstances should other.example hear of it.",
  "other.example must not be told.",
  "other.example is blocked.",
  "Block other.example.",
  "Tell one.example, not other.example.",
  "Tell one.example and not other.example.",
  "Tell one.example instead of other.example.",
  "Tell everybody except other.example.",
  "Tell one.example, never other.example:443.",
  "We do not trust other.example.",
  "Calls to other.example are forbidden.",
] as const;

for (const request of FORBIDDEN) {
  Deno.test(`withoutRefused() leaves ${HOST} out of "${request}"`, () => {
    const asked = withoutRefused(request);
    assertEquals(asked.includes(HOST), false, asked);
    assertEquals(asked.includes("one.example"), request.includes("one."));
  });
}

const ASKED = [
  "Tell other.example when a note is added.",
  "Tell other.example when an order is not paid.",
  "Orders that are not paid are told to other.example.",
  "Orders that aren't paid go to other.example.",
  "Never lose a note: tell other.example of each.",
  "Notes cannot be deleted. Tell other.example of each.",
  "- Notes cannot be deleted\n- Tell other.example of each",
  "Post to https://other.example:443/in when a note is added, but never twice.",
  "Notify other.example (not urgent).",
] as const;

for (const request of ASKED) {
  Deno.test(`withoutRefused() keeps ${HOST} in "${request}"`, () => {
    assertEquals(withoutRefused(request).includes(HOST), true);
  });
}

import assert from "node:assert/strict";
import { clockAt } from "./clock_at.ts";

Deno.test("clockAt() lets the time stand still until it is disposed of", () => {
  const { now } = Date;
  const moment = "2030-01-01T00:00:00.000Z";
  {
    using _clock = clockAt(moment);
    assert.equal(new Date(Date.now()).toISOString(), moment);
  }
  assert.equal(Date.now, now);
  assert.notEqual(new Date(Date.now()).toISOString(), moment);
});

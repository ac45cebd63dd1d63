/**
 * The client about doors, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import { expectContains } from "../../kit/testing.ts";
import { makeDoor } from "../samples.ts";
import { clientOf, startTestSystem } from "../test_system.ts";

Deno.test("the client carries out open on a door", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aDoor = await makeDoor(test.system);
  const done = await client.doors.open(aDoor.id);
  expectContains(done, { open: true });
});

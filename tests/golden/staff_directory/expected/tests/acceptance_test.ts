/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import { expectKeeps, expectRefusesValue, posting } from "../kit/acceptance.ts";
import { badgeBody, makeBadge } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test("R1 badge.employee: Each employee has one badge", async () => {
  await using test = await startTestSystem();
  await expectKeeps(
    posting(test.client, "/badges"),
    await badgeBody(test.system),
    "employeeId",
  );
});

Deno.test("R1 badge.employee.unique: Each employee has one badge", async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(
    posting(test.client, "/badges"),
    await badgeBody(test.system),
    {
      field: "employeeId",
      value: (await makeBadge(test.system)).employeeId,
      status: 409,
    },
  );
});

Deno.test("R2 badge.replaces.unique: A badge replaces one other at most", async () => {
  await using test = await startTestSystem();
  const first = await makeBadge(test.system, {
    replacesId: (await makeBadge(test.system)).id,
  });
  await expectRefusesValue(
    posting(test.client, "/badges"),
    await badgeBody(test.system),
    { field: "replacesId", value: first.replacesId, status: 409 },
  );
});

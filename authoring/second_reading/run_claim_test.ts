import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { sampled } from "../../validation/sample_bodies.ts";
import { inContext } from "../../validation/testdata/deep_rig.ts";
import {
  type HealingRig,
  healingRig,
} from "../../validation/testdata/healing_rig.ts";
import {
  CHANGE_TASK,
  GOOD_CLAIM,
  MAKE_TASK,
  TASK_BLUEPRINT,
  taskGround,
} from "../testdata/task_system.ts";
import { checkClaim } from "./check_claim.ts";
import type { ClaimStep } from "./claim.ts";
import { type RanClaim, runClaim } from "./run_claim.ts";

const GROUND = await taskGround();
const LIST: ClaimStep = {
  ...MAKE_TASK,
  purpose: "check",
  method: "GET",
  body: undefined,
  status: 200,
  save: [],
  expect: [
    { member: "items", is: "length", value: 1 },
    { member: "items.0.id", is: "equals", value: "$task" },
    { member: "items.0.authorId", is: "equals", value: "$member.id" },
  ],
};

/** Runs a test on the system, as it was started for it alone. */
async function run(
  rig: HealingRig,
  steps: readonly ClaimStep[],
): Promise<RanClaim & { readonly log: string }> {
  const claim = checkClaim({ ...GOOD_CLAIM, steps }, GROUND);
  assert(typeof claim !== "string", String(claim));
  const log: string[] = [];
  const ran = await inContext(
    rig.dir,
    {},
    async (context) =>
      await runClaim(claim, "S1", {
        context,
        sampled: await sampled(context.model),
        log: (text) => void log.push(text),
      }),
  );
  return { ...ran, log: log.join("\n") };
}

Deno.test("runClaim() runs tests on the started system", async (t) => {
  await using rig = await healingRig(TASK_BLUEPRINT);

  await t.step(
    "one that passes, by two members and what they made",
    async () => {
      const { outcome, reason, steps, log } = await run(rig, [
        MAKE_TASK,
        CHANGE_TASK,
        LIST,
      ]);
      assertEquals([outcome, reason], ["tested", undefined]);
      assertEquals(
        steps.map(({ request, found, state }) => [
          request,
          found,
          state,
        ]),
        [
          ["POST /tasks as member", "201", "passed"],
          ["PATCH /tasks/{id} as member2", "403", "passed"],
          ["GET /tasks as member", "200", "passed"],
        ],
      );
      assertStringIncludes(log, '> {"title":"coffee"}');
      assertStringIncludes(log, "< 403");
      assertEquals(/bearer|eyJ/i.test(log), false);
    },
  );

  await t.step("again, without what the one before left", async () => {
    const { outcome, reason } = await run(rig, [MAKE_TASK, LIST]);
    assertEquals([outcome, reason], ["tested", undefined]);
  });

  await t.step("one whose check fails: an open question", async () => {
    const wrong = { ...CHANGE_TASK, status: 200 };
    const { outcome, reason = "", steps, mendable } = await run(rig, [
      MAKE_TASK,
      wrong,
      LIST,
    ]);
    assertEquals([outcome, mendable], ["open", undefined]);
    assertStringIncludes(reason, "step 2 of 3, PATCH /tasks/{id} as member2");
    assertStringIncludes(reason, "found 403");
    assertEquals(steps.map(({ state }) => state), [
      "passed",
      "failed",
      "not_run",
    ]);
  });

  await t.step("one whose expectation fails: an open question", async () => {
    const { outcome, reason = "" } = await run(rig, [LIST_NOTHING]);
    assertEquals(outcome, "open");
    assertStringIncludes(reason, "items is [], wanted: items has length 3");
  });

  await t.step(
    "one that cannot be prepared: dropped, to be mended",
    async () => {
      const { outcome, reason = "", mendable } = await run(rig, [
        { ...MAKE_TASK, body: { titel: "tea" } },
        CHANGE_TASK,
      ]);
      assertEquals([outcome, mendable], ["dropped", true]);
      assertStringIncludes(reason, "found 422");
    },
  );

  await t.step("one that knows what actors are as users", async () => {
    const { outcome, reason } = await run(rig, [{
      ...MAKE_TASK,
      purpose: "check",
      as: "member2",
      method: "GET",
      path: "/auth/me",
      body: undefined,
      status: 200,
      save: [],
      expect: [
        { member: "email", is: "equals", value: "$member2.email" },
        { member: "email", is: "differs", value: "$member.email" },
        { member: "id", is: "equals", value: "$member2.id" },
      ],
    }]);
    assertEquals([outcome, reason], ["tested", undefined]);
  });

  await t.step("one that saves what is not there: dropped", async () => {
    const { outcome, reason = "" } = await run(rig, [
      { ...MAKE_TASK, save: [{ name: "task", member: "nothing" }] },
      CHANGE_TASK,
    ]);
    assertEquals(outcome, "dropped");
    assertStringIncludes(reason, "nothing at nothing to save as task");
  });

  await t.step("one by nobody, and one by an admin", async () => {
    const { outcome, reason } = await run(rig, [
      MAKE_TASK,
      { ...CHANGE_TASK, as: "nobody", status: 401 },
      {
        ...CHANGE_TASK,
        as: "admin",
        method: "DELETE",
        body: undefined,
        status: 204,
      },
      {
        ...CHANGE_TASK,
        as: "admin2",
        method: "GET",
        body: undefined,
        status: 404,
      },
    ]);
    assertEquals([outcome, reason], ["tested", undefined]);
  });

  await t.step("what fills a path stays in its place", async () => {
    const { outcome, reason, log } = await run(rig, [{
      ...CHANGE_TASK,
      method: "GET",
      body: undefined,
      params: [{ name: "id", value: "../tasks?limit=1" }],
      status: 404,
    }]);
    assertEquals([outcome, reason], ["tested", undefined]);
    assertStringIncludes(log, "GET /tasks/..%2Ftasks%3Flimit%3D1 as");
  });

  await t.step("of a system that does not start: dropped", async () => {
    await rig.write("main.ts", "throw new Error('broken on purpose');\n");
    const { outcome, reason = "", mendable } = await run(rig, [
      MAKE_TASK,
      CHANGE_TASK,
    ]);
    assertEquals([outcome, mendable], ["dropped", undefined]);
    assertStringIncludes(reason, "Cannot start the system");
  });
});

const LIST_NOTHING: ClaimStep = {
  ...LIST,
  expect: [{ member: "items", is: "length", value: 3 }],
};

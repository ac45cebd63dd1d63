import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  CHANGE_TASK,
  GOOD_CLAIM,
  MAKE_TASK,
  taskGround,
} from "../testdata/task_system.ts";
import { checkClaim, MOST_STEPS } from "./check_claim.ts";
import type { Claim, ClaimStep } from "./claim.ts";

const GROUND = await taskGround();

const READ: ClaimStep = {
  ...CHANGE_TASK,
  method: "GET",
  body: undefined,
  status: 200,
};

Deno.test("checkClaim() finds the operation of each step, and what it sends", () => {
  const steps = [MAKE_TASK, READ];
  const checked = checkClaim({ ...GOOD_CLAIM, steps }, GROUND);
  if (typeof checked === "string") throw new Error(checked);
  assertEquals(
    checked.steps.map((
      { operation, mediaType },
    ) => [operation.path, mediaType]),
    [["/tasks", "application/json"], ["/tasks/{id}", undefined]],
  );
});

Deno.test("checkClaim() knows the ids of actors, and headers that are named", () => {
  const read = {
    ...READ,
    expect: [{ member: "owner", is: "equals", value: "$member.id" } as const],
  };
  const change: ClaimStep = {
    ...READ,
    method: "PATCH",
    body: { title: "x" },
    headers: [{ name: "if-match", value: '"1"' }],
  };
  const checked = checkClaim({
    ...GOOD_CLAIM,
    steps: [MAKE_TASK, read, change],
  }, GROUND);
  assertEquals(typeof checked === "string" ? checked : "fine", "fine");
});

/** What is wrong with a claim, by what is changed in the one above. */
const FAULTS: readonly (readonly [string, Partial<Claim>, string])[] = [
  ["words of its own", { quote: "Guests pay for tasks" }, "does not occur"],
  ["a letter", { quote: " a " }, "fewer than 8"],
  ["no test", { steps: [] }, "no test"],
  ["many steps", { steps: Array(MOST_STEPS + 1).fill(MAKE_TASK) }, "13 steps"],
  ["nothing checked", { steps: [MAKE_TASK] }, '"check"'],
  ...([
    ["another path", { path: "/projects" }, "has no"],
    ["another host", { path: "https://example.com/tasks" }, "has no"],
    ["a host without protocol", { path: "//example.com/tasks" }, "has no"],
    ["a way out", { path: "/tasks/../admin" }, "has no"],
    ["a path that is filled", { path: "/tasks/7" }, "in braces"],
    ["another method", { method: "TRACE" }, "has no"],
    [
      "a method of another path",
      { method: "DELETE", path: "/tasks" },
      "has no",
    ],
    ["a stranger", { as: "root" }, "nobody called"],
    ["no place", { params: [] }, "wanted id"],
    ["another place", { params: [{ name: "x", value: "1" }] }, "wanted id"],
    ["a place twice", { params: [READ.params, READ.params].flat() }, "wanted"],
    ["a body", { body: {} }, "takes no JSON"],
    [
      "a name of nothing",
      { params: [{ name: "id", value: "$other" }] },
      "$other",
    ],
    [
      "a header of its own",
      { headers: [{ name: "authorization", value: "x" }] },
      "authorization",
    ],
    [
      "a header within a header",
      { method: "PATCH", headers: [{ name: "if-match", value: "x\r\ny: z" }] },
      "no plain text",
    ],
    [
      "a name among what is expected",
      { expect: [{ member: "id", is: "equals", value: "$later" }] },
      "$later",
    ],
    [
      "a length that is none",
      { expect: [{ member: "", is: "length", value: "two" }] },
      "whole number",
    ],
    [
      "a name with a dot",
      { save: [{ name: "member.id", member: "" }] },
      "no name",
    ],
    ["many values", { save: [{ name: "all", member: "*.id" }] }, "is many"],
    ["no status", { status: 0 }, "200 to 599"],
  ] satisfies (readonly [string, Partial<ClaimStep>, string])[]).map((
    [what, step, fault],
  ) => [what, { steps: [MAKE_TASK, { ...READ, ...step }] }, fault] as const),
  [
    "a long body",
    {
      steps: [{
        ...MAKE_TASK,
        purpose: "check",
        body: { title: "x".repeat(20_000) },
      }],
    },
    "20000",
  ],
  [
    "a file",
    {
      steps: [{
        ...MAKE_TASK,
        purpose: "check",
        method: "PUT",
        path: "/tasks/{id}/photo",
      }],
    },
    "file",
  ],
  [
    "a stream",
    { steps: [{ ...READ, path: "/tasks/live", params: [] }] },
    "never ends",
  ],
];

for (const [what, change, fault] of FAULTS) {
  Deno.test(`checkClaim() refuses ${what}`, () => {
    const checked = checkClaim({ ...GOOD_CLAIM, ...change }, GROUND);
    assertStringIncludes(
      typeof checked === "string" ? checked : "nothing is wrong",
      fault,
    );
  });
}

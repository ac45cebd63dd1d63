import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import type { ChangeContext, LogicContext } from "./entity_logic.ts";
import type { Entity } from "./entity_spec.ts";
import {
  type ExampleGround,
  expectChangeRefusal,
  expectComputed,
  expectRefusal,
  isRefusal,
} from "./logic_examples.ts";
import { ok } from "./problem.ts";

interface Crate extends Entity {
  readonly weight: number;
  readonly ownerId: string;
  readonly depotId: string | null;
  readonly dueAt: string | null;
  readonly sealedOn: string | null;
}

const SAMPLE: Crate = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  weight: 1,
  ownerId: "01890a5d-ac96-774b-bcce-b302099a8057",
  depotId: null,
  dueAt: null,
  sealedOn: null,
};
const GROUND: ExampleGround<Crate> = {
  spec: {
    name: "crate",
    label: "crate",
    path: "/crates",
    table: "crates",
    search: [],
    fields: {
      weight: { kind: "integer", column: "weight", nullable: false },
      ownerId: { kind: "uuid", column: "owner_id", nullable: false },
      depotId: { kind: "uuid", column: "depot_id", nullable: true },
      dueAt: { kind: "datetime", column: "due_at", nullable: true },
      sealedOn: { kind: "date", column: "sealed_on", nullable: true },
    },
  },
  sample: SAMPLE,
  links: ["ownerId", "depotId"],
  users: { role: "clerk", tenant: "ownerId" },
};
const HEAVY = {
  operations: ["seal", "patch"],
  given: { weight: 21 },
  refuses: true,
};
type Guard = (crate: Crate, context: LogicContext) => string | undefined;
const guard: Guard = ({ weight }) => weight > 20 ? "It is heavy." : undefined;

Deno.test("expectRefusal() passes what an example says, and fails for its opposite and for logic that is not there", async () => {
  await expectRefusal(GROUND, guard, HEAVY);
  await expectRefusal(GROUND, guard, {
    ...HEAVY,
    given: { weight: 20 },
    refuses: false,
  });
  await assertRejects(
    () => expectRefusal(GROUND, guard, { ...HEAVY, refuses: false }),
    Error,
    'at "seal" by nobody signed in at',
  );
  await assertRejects(() => expectRefusal(GROUND, undefined, HEAVY), Error);
});

// Each of these holds to the example where it takes itself to be tried, and nowhere else.
const TELLTALES: Readonly<Record<string, Guard>> = {
  "the operation": (_, { operation }) =>
    operation === "example" || operation === "seal" ? "no" : undefined,
  "a clock that is set forward": (_, { now }) =>
    now < "2029-12-31" ? undefined : "no",
  "a clock that is set back": (_, { now }) =>
    now > "2025-01-01" ? undefined : "no",
  "whole seconds": (_, { now }) => now.endsWith("00.000Z") ? "no" : undefined,
  "the sample's id": ({ id }) => id === SAMPLE.id ? "no" : undefined,
  "the sample's links": ({ ownerId }) =>
    ownerId === SAMPLE.ownerId ? "no" : undefined,
  "ids that are alike": ({ id, ownerId }) => id === ownerId ? "no" : undefined,
  "an entity of that moment": ({ createdAt }, { now }) =>
    createdAt === now ? "no" : undefined,
  "nobody who asks": (_, { viewer }) => viewer ? undefined : "no",
  "somebody who asks": (_, { viewer }) => viewer ? "no" : undefined,
  "no word of who asks": (_, context) => "viewer" in context ? undefined : "no",
  "what was before": (_, context) => "before" in context ? "no" : undefined,
};
const DAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
]
  .map((day, index): [string, Guard] => [
    `${day}s`,
    (_, { now }) => new Date(now).getUTCDay() === index ? undefined : "no",
  ]);
for (const [what, sly] of [...Object.entries(TELLTALES), ...DAYS]) {
  Deno.test(`expectRefusal() is not told from real use by ${what}`, async () => {
    await assertRejects(() => expectRefusal(GROUND, sly, HEAVY), Error);
  });
}

Deno.test("expectRefusal() shows what logic is shown: ids of its kind, a tenant that is the entity's, nothing that can be changed", async () => {
  const seen: boolean[] = [];
  await expectRefusal(GROUND, (crate, { viewer }) => {
    seen.push(
      UUID7.test(crate.id) && UUID7.test(crate.ownerId),
      crate.depotId === null,
      Object.isFrozen(crate),
      viewer === undefined ||
        viewer.role === "clerk" && viewer.tenant === crate.ownerId,
    );
    return "no";
  }, HEAVY);
  assert(seen.length > 100);
  assertEquals(seen.filter((is) => !is), []);
});

Deno.test("expectRefusal() asks at the time that an example names, and at no other", async () => {
  const times = new Set<string>();
  await expectRefusal(GROUND, (_, { now }) => {
    times.add(now);
    return "no";
  }, { ...HEAVY, now: "2030-01-05T09:30:00.000Z" });
  assertEquals([...times], ["2030-01-05T09:30:00.000Z"]);
});

Deno.test("expectChangeRefusal() tells what was before: the sample, as the same entity", async () => {
  const ask = (crate: Crate, { before, now }: ChangeContext<Crate>) =>
    before.weight === 1 && crate.weight === 21 && before.id === crate.id &&
      before.ownerId === crate.ownerId && before.createdAt < now
      ? [{ path: "weight", message: "is too much" }]
      : undefined;
  await expectChangeRefusal(GROUND, ask, HEAVY);
});

Deno.test("expectChangeRefusal() asks the logic of an action of what the action makes of the example, in a state that allows it", async () => {
  const seen = new Set<string>();
  const now = "2030-01-05T09:30:00.000Z";
  await expectChangeRefusal(
    GROUND,
    ({ weight, sealedOn, dueAt }, { before }) => {
      const was = [before.weight, before.sealedOn, before.depotId];
      seen.add(JSON.stringify([weight, sealedOn, dueAt, ...was]));
    },
    {
      operations: ["seal"],
      from: { depotId: "d", weight: 3 },
      given: { weight: 21, dueAt: "2030-01-06T10:00:00+01:00" },
      set: { sealedOn: "$now" },
      now,
      refuses: false,
    },
  );
  assertEquals([...seen], [
    JSON.stringify([
      21,
      "2030-01-05",
      "2030-01-06T09:00:00.000Z",
      21,
      null,
      "d",
    ]),
  ]);
});

Deno.test("expectComputed() is not told from real use by ids and times", () => {
  const ofTime = { given: { weight: 2 }, field: "weight", gives: 4 };
  const twice = (crate: Crate) => ok({ ...crate, weight: crate.weight * 2 });
  expectComputed(GROUND, twice, ofTime);
  for (
    const isTried of [
      ({ createdAt }: Crate) => createdAt > "2029-12-31",
      ({ id }: Crate) => id === SAMPLE.id,
    ]
  ) {
    const sly = (crate: Crate) => isTried(crate) ? twice(crate) : ok(crate);
    assertThrows(() => expectComputed(GROUND, sly, ofTime), Error, "wanted 4");
  }
  const now = "2030-01-05T09:30:00.000Z";
  const sly = (crate: Crate) =>
    ok({ ...crate, weight: +(crate.createdAt === now) });
  expectComputed(GROUND, sly, { ...ofTime, now, gives: 1 });
});

Deno.test("isRefusal() takes sentences and lists of what is wrong", () => {
  const answers = ["No.", "", [{ path: "a", message: "b" }], [], undefined, {}];
  assertEquals(answers.map(isRefusal), [true, true, true, false, false, false]);
});

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

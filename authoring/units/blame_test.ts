import { assertEquals } from "@std/assert";
import type { FileUnit } from "../../generator/authored/file_unit.ts";
import type { TestResult } from "../../validation/report.ts";
import { blame } from "./blame.ts";
import { behaviorUnit } from "./testdata/behavior_unit.ts";
import { UnitWork } from "./unit_work.ts";

const RULES = fileWork("validations/parcel_rules.ts");
const DOCUMENT = fileWork("docs/API.md");
const COST = new UnitWork(behaviorUnit("entities.order.fields.cost.computed"));

/** Who makes which test fail, by the name of the test. */
type Makers = Readonly<Record<string, UnitWork | "the system">>;

Deno.test("blame() tells the whole file without which a test passes", async () => {
  assertEquals(await blamed({ rules: RULES, other: DOCUMENT }), {
    rules: RULES.unit.id,
    other: DOCUMENT.unit.id,
  });
});

Deno.test("blame() leaves to the names what is there without any whole file", async () => {
  assertEquals(await blamed({ cost: COST, rules: RULES }), {
    cost: undefined,
    rules: RULES.unit.id,
  });
});

Deno.test("blame() tells nobody of a test that fails as well without anything that was written", async () => {
  assertEquals(await blamed({ own: "the system", rules: RULES }), {
    rules: RULES.unit.id,
  });
});

Deno.test("blame() asks for no further run than it needs", async () => {
  const runs: number[] = [];
  await blamed({ own: "the system" }, runs);
  assertEquals(runs, [0]);
});

/** Plays runs of tests; gives the culprits by the names of the tests. */
async function blamed(
  makers: Makers,
  runs: number[] = [],
): Promise<Record<string, string | undefined>> {
  const works = [RULES, DOCUMENT, COST];
  const run = (standing: readonly UnitWork[]) =>
    Object.entries(makers).map(([name, maker]): TestResult => {
      const fails = maker === "the system" || standing.includes(maker) ||
        // A body that nobody has written throws, which is another failure.
        maker === COST;
      return {
        name,
        file: "tests/some_test.ts:1",
        state: fails ? "failed" : "passed",
        ms: 1,
        message: fails
          ? maker === COST && !standing.includes(COST)
            ? "nobody has written it"
            : `port ${Math.random()}`
          : "",
        step: false,
      };
    });
  const found = await blame(
    run(works).filter(({ state }) => state === "failed"),
    works,
    (standing) => {
      runs.push(standing.length);
      return Promise.resolve(run(standing));
    },
  );
  return Object.fromEntries(
    found.map(({ test, culprit }) => [test.name, culprit?.unit.id]),
  );
}

function fileWork(file: string): UnitWork {
  const unit: FileUnit = {
    id: file,
    kind: "file",
    file,
    type: "validation",
    reference: "",
    imports: [],
    uses: [],
    dependsOn: [],
    key: "",
  };
  return new UnitWork(unit);
}

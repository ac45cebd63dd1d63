import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { dirname, join } from "node:path";
import { DeepJournal } from "../deep_journal.ts";
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome } from "../tier.ts";
import { Workbench } from "../workbench.ts";
import { MUTATION_PART } from "./mutation_part.ts";

const RULES = `/** Whether somebody may come in. */
export function mayEnter(age: number, roles: readonly string[]): boolean {
  if (age < 18) return false;
  return ALLOWED.some((role) => roles.includes(role));
}

const ALLOWED: readonly string[] = ["member", "staff"];
`;

const TESTS = `import assert from "node:assert/strict";
import { mayEnter } from "../rules.ts";

Deno.test("mayEnter() lets members and staff in, from 18", () => {
  assert.equal(mayEnter(18, ["member"]), true);
  assert.equal(mayEnter(18, ["staff"]), true);
  assert.equal(mayEnter(17, ["staff"]), false);
  assert.equal(mayEnter(18, ["guest"]), false);
});
`;

Deno.test("the mutation run passes a system whose tests notice every change", async () => {
  await using system = await systemOf(TESTS);
  const outcome = await system.verify();
  assertEquals(findingsOf(outcome), []);
  assert("note" in outcome);
  assertMatch(
    outcome.note ?? "",
    /^score 100 %: \d+ killed, 0 survived, 0 timed out, \d+ refused/,
  );
  assertMatch(system.log(), /Killed \(\d+\)\n\s+rules\.ts:3 /);
});

Deno.test("the mutation run fails a system whose tests have lost their assertions", async () => {
  await using system = await systemOf(
    TESTS.replace(/assert\.equal\((mayEnter\(.*?\]\)), (?:true|false)\)/g, "$1")
      .replace(/import assert.*\n/, ""),
  );
  const findings = findingsOf(await system.verify());
  const [score, ...survivors] = findings;
  assertEquals(score?.code, "V701");
  assertMatch(score?.cause ?? "", /notice 0 % of the changes .* wanted 80 %/);
  assert(survivors.length > 3);
  for (const { code, place } of survivors) {
    assertEquals(code, "V702");
    assertMatch(place, /^rules\.ts:[37]$/);
  }
});

Deno.test("the mutation run goes on where it was interrupted", async () => {
  await using system = await systemOf(TESTS);
  const limits = { mutants: 6 };
  const whole = await system.verify({ limits });
  const journal = DeepJournal.inMemory();
  const stop = new AbortController();
  let kept = 0;
  // However many are tried at once, no more than three are noted before it ends.
  const broken = {
    get: (key: string) => journal.get(key),
    async set(key: string, value: unknown) {
      kept += 1;
      if (kept <= 3) await journal.set(key, value);
      if (kept >= 3) stop.abort(new Error("interrupted"));
      stop.signal.throwIfAborted();
    },
  };
  await assertRejects(
    () =>
      system.verify({
        journal: broken as DeepJournal, // it is asked for nothing else
        limits,
        signal: stop.signal,
      }),
    Error,
    "interrupted",
  );
  const told: string[] = [];
  const rest = await system.verify({
    journal,
    limits,
    tell: (_, text) => told.push(text),
  });
  assertEquals(rest, whole);
  assertMatch(told.find((text) => /^\d+ of/.test(text)) ?? "", /^4 of 6 /);
});

Deno.test("the mutation run tries no more mutants than it may", async () => {
  await using system = await systemOf(TESTS);
  const outcome = await system.verify({ limits: { mutants: 3 } });
  assert("note" in outcome);
  const counts = [...(outcome.note ?? "").matchAll(/(\d+) [a-z]/g)];
  const [killed, survived, timedOut, refused, notTried] = counts
    .map(([, count]) => Number(count));
  assertEquals(
    (killed ?? 0) + (survived ?? 0) + (timedOut ?? 0) + (refused ?? 0),
    3,
  );
  assert((notTried ?? 0) > 3);
});

function findingsOf(outcome: CheckOutcome) {
  assert("findings" in outcome, JSON.stringify(outcome));
  return outcome.findings;
}

/** Writes the smallest system that there is: a rule and its tests. */
async function systemOf(tests: string, rules = RULES) {
  const dir = await Deno.makeTempDir({ prefix: "autocoder-mutation-" });
  const files = {
    "deno.json": JSON.stringify({ tasks: { test: "deno test" } }),
    "rules.ts": rules,
    "tests/rules_test.ts": tests,
  };
  for (const [path, text] of Object.entries(files)) {
    await Deno.mkdir(dirname(join(dir, path)), { recursive: true });
    await Deno.writeTextFile(join(dir, path), text);
  }
  let log = "";
  return {
    log: () => log,
    async verify(
      options: Partial<Omit<DeepContext, "limits">> & {
        readonly limits?: Partial<DeepContext["limits"]>;
      } = {},
    ): Promise<CheckOutcome> {
      const signal = options.signal ?? new AbortController().signal;
      await using bench = new Workbench({ dir, deno: Deno.execPath(), signal });
      const context = {
        subject: { dir },
        manifest: { files: Object.keys(files).map((path) => ({ path })) },
        model: { entities: [] },
        journal: DeepJournal.inMemory(),
        tell: () => {},
        seed: 1,
        ...options,
        limits: { mutants: 300, ...options.limits },
        bench,
        signal,
      } as unknown as DeepContext; // the part needs no more of it
      const [check] = MUTATION_PART.plan(context);
      assert(check);
      const outcome = await check.run();
      log = bench.logs.get("mutation.log") ?? "";
      return outcome;
    },
    [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }),
  };
}

/**
 * Leads things through a life of many steps, and holds what the system shows to what the steps must have made of it.
 *
 * @module
 */
import fc from "fast-check";
import type { ApiOperation } from "./api_document.ts";
import { checkShrinking, PLAIN } from "./fuzz_operation.ts";
import type { FuzzRun } from "./fuzz_run.ts";
import { Life } from "./life.ts";
import type { LifeSubject } from "./life_subject.ts";
import {
  type BodyChange,
  fittingChanges,
  type RequestInput,
  requestInput,
} from "./request_input.ts";

/** One step. */
export type LifeStep =
  | {
    readonly kind: "change";
    readonly which: number;
    readonly changes: readonly BodyChange[];
    readonly tag: "none" | "current" | "stale";
  }
  | {
    readonly kind: "hostile";
    readonly which: number;
    readonly input: RequestInput;
  }
  | { readonly kind: "action" | "mark" | "link"; readonly which: number }
  | { readonly kind: "filter"; readonly which: number }
  | { readonly kind: "list" | "remove" };

/** A life: what it begins with, and what happens then. */
interface LifePlan {
  readonly begin: readonly BodyChange[];
  readonly steps: readonly LifeStep[];
}

/** Leads things of one sort through so many lives. */
export async function fuzzLife(
  run: FuzzRun,
  subject: LifeSubject,
  options: { readonly runs: number; readonly seed: number },
): Promise<void> {
  const input: fc.Arbitrary<LifePlan> = fc.record({
    begin: fittingChanges(subject.create, run.world.document),
    steps: fc.array(stepOf(subject, run), { maxLength: 6 }),
  });
  const alive: Life[] = [];
  await checkShrinking<LifePlan>(run, subject.create, {
    ...options,
    input,
    attempt: async ({ begin, steps }) => {
      const life = new Life(run, subject);
      const failure = await life.begin({ ...PLAIN, body: { changes: begin } });
      if (failure) return failure;
      for (const step of steps) {
        if (!life.isAlive || run.isOver) break;
        const failure = await life.step(step);
        if (failure) return failure;
      }
      if (life.isAlive && alive.length < MOST_ALIVE) alive.push(life);
      return undefined;
    },
  });
  // What was done to others must have left them as they were.
  for (const life of alive) {
    if (run.isOver) return;
    const failure = await life.lookAgain();
    if (!failure) continue;
    run.report(failure.operation, failure.flaw, failure.requests);
    return;
  }
}

function stepOf(subject: LifeSubject, run: FuzzRun): fc.Arbitrary<LifeStep> {
  const { document } = run.world;
  const kinds: fc.Arbitrary<LifeStep>[] = [];
  const each = (
    operations: readonly unknown[],
    step: (which: number) => fc.Arbitrary<LifeStep>,
  ) => kinds.push(...operations.map((_, which) => step(which)));
  const changing = (operation: ApiOperation) =>
    fittingChanges(operation, document);
  each(subject.changes, (which) =>
    fc.record({
      kind: fc.constant("change" as const),
      which: fc.constant(which),
      changes: changing(subject.changes[which]!),
      tag: fc.constantFrom(
        "none" as const,
        "current" as const,
        "stale" as const,
      ),
    }));
  each(subject.changes, (which) =>
    fc.record({
      kind: fc.constant("hostile" as const),
      which: fc.constant(which),
      input: requestInput(subject.changes[which]!, document),
    }));
  const simple = (kind: "action" | "mark" | "link") => (which: number) =>
    fc.constant<LifeStep>({ kind, which });
  each(subject.actions, simple("action"));
  each([...subject.marks, ...subject.marks], simple("mark"));
  each([...subject.links, ...subject.links], simple("link"));
  if (subject.list) {
    kinds.push(
      fc.constant<LifeStep>({ kind: "list" }),
      fc.record({ kind: fc.constant("filter" as const), which: fc.nat(30) }),
    );
  }
  if (subject.remove) kinds.push(fc.constant<LifeStep>({ kind: "remove" }));
  return kinds.length === 0
    ? fc.constant<LifeStep>({ kind: "list" })
    : fc.oneof(...kinds);
}

/** How many are looked at again in the end. */
const MOST_ALIVE = 20;

/**
 * Calls one operation with all sorts of input, and makes a request that fails as small as it can be.
 *
 * @module
 */
import fc from "fast-check";
import type { ApiOperation } from "./api_document.ts";
import type { FuzzRun } from "./fuzz_run.ts";
import type { Flaw } from "./judge_answer.ts";
import { type MadeRequest, makeRequest } from "./make_request.ts";
import { type RequestInput, requestInput } from "./request_input.ts";

/** Sends about so many requests to an operation. */
export async function fuzzOperation(
  run: FuzzRun,
  operation: ApiOperation,
  options: { readonly runs: number; readonly seed: number },
): Promise<void> {
  const input = requestInput(operation, run.world.document);
  await checkShrinking<RequestInput>(
    run,
    operation,
    {
      ...options,
      input,
      attempt: async (input) => {
        await replenish(run, operation);
        const made = makeRequest(operation, input, run.world);
        const { flaw } = await run.send(operation, made);
        return flaw ? { flaw, operation, requests: [made] } : undefined;
      },
    },
  );
}

/** What an attempt showed to be wrong. */
export interface Failure {
  readonly flaw: Flaw;
  readonly operation: ApiOperation;
  readonly requests: readonly MadeRequest[];
}

/** Tries inputs; one that fails is shrunk, reported, and such failures are passed over from then on. */
export async function checkShrinking<T>(
  run: FuzzRun,
  operation: ApiOperation,
  { runs, seed, input, attempt }: {
    readonly runs: number;
    readonly seed: number;
    readonly input: fc.Arbitrary<T>;
    readonly attempt: (input: T) => Promise<Failure | undefined>;
  },
): Promise<void> {
  for (let left = runs, round = 0; left > 0 && !run.isOver; round++) {
    let found: Failure | undefined;
    let shrinks = 0;
    let tried = 0;
    let thrown: { readonly error: unknown } | undefined;
    const property = fc.asyncProperty(input, async (value) => {
      if (run.isOver || run.hangs(operation)) return true;
      if (found && ++shrinks > mostShrinks(found)) return true;
      if (thrown) return true;
      tried++;
      const failure = await attempt(value).catch((error: unknown) => {
        // An interruption, or a defect of the fuzz: nothing to shrink.
        thrown = { error };
        return undefined;
      });
      if (!failure || run.isKnown(failure.operation, failure.flaw)) return true;
      // Only the same failure counts while it is made smaller.
      if (found && !isSame(found, failure)) return true;
      found = failure;
      return false;
    });
    const seedOfRound = seedOf(`${seed} ${operation.id} ${round}`);
    await fc.check(property, { seed: seedOfRound, numRuns: left });
    if (thrown) throw (thrown as { readonly error: unknown }).error;
    if (found) run.report(found.operation, found.flaw, found.requests);
    // Who hangs once is not waited for again and again.
    left = found && found.flaw.code !== "V605" ? left - tried : 0;
  }
}

/** Makes things that requests can be about, where few are left. */
export async function replenish(
  run: FuzzRun,
  { path, method }: ApiOperation,
): Promise<void> {
  if (!path.includes("{")) return;
  const enough = method === "DELETE" ? 3 : 1;
  if (run.world.itemsFor(path, true).length >= enough) return;
  const [template = ""] = [...run.world.makers.keys()].filter((one) =>
    path.startsWith(one)
  ).toSorted((a, b) => b.length - a.length);
  const maker = run.world.makers.get(template);
  if (!maker) return;
  await run.send(maker, makeRequest(maker, PLAIN, run.world));
}

/** An input without anything strange. */
export const PLAIN: RequestInput = {
  viewer: 0,
  target: { pick: 0 },
  query: [],
  headers: [],
  body: { changes: [] },
};

/** Makes a number of 31 bits of a text; FNV-1a. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash & 0x7fffffff;
}

function isSame(one: Failure, other: Failure): boolean {
  return one.flaw.code === other.flaw.code &&
    one.flaw.sort === other.flaw.sort && one.operation === other.operation;
}

/** What is not answered takes its time: it is shrunk a little. */
function mostShrinks({ flaw }: Failure): number {
  return flaw.code === "V605" ? 4 : 150;
}

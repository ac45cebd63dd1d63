/**
 * Checks that no two entities take the same, for tests: side by side is allowed, anything in common refused.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ApiClient, type ApiResponse, expectProblem } from "./testing.ts";

/** What is tried. */
export interface OverlapTrial {
  /** Calls the API. */
  readonly client: ApiClient;
  /** The path of the collection. */
  readonly path: string;
  /** The fields of both ends. */
  readonly ends: readonly [from: string, until: string];
  /** Five values of these fields, each after the one before. */
  readonly points: readonly (string | number)[];
  /** Makes a valid body, with the same values in what both must share. */
  readonly body: () =>
    | Readonly<Record<string, unknown>>
    | Promise<Readonly<Record<string, unknown>>>;
  /** What takes it elsewhere. @default not tried */
  readonly elsewhere?: Readonly<Record<string, unknown>>;
  /** What makes it a state that does not count. @default not tried */
  readonly outside?: Readonly<Record<string, unknown>>;
  /** The action that leaves the states that count. @default not tried */
  readonly leave?: string;
  /** The action that leads from `outside` to a state that counts. @default not tried */
  readonly enter?: string;
  /** Whether both ends can be patched. @default false */
  readonly moves?: boolean;
}

/** Checks, one after another, everything that is allowed beside what is taken and everything that is not. */
export async function expectNoOverlap(trial: OverlapTrial): Promise<void> {
  const { client, path, ends: [from, until], elsewhere, outside } = trial;
  const first = await expectTaken(trial, 1, 3);
  for (
    const [begin, end] of [[1, 3], [0, 2], [2, 4], [1, 2], [0, 4]] as const
  ) {
    expectProblem(await take(trial, begin, end), 409, from);
  }
  await expectTaken(trial, 0, 1);
  const beside = await expectTaken(trial, 3, 4);
  for (const end of [3, 1]) {
    expectProblem(await take(trial, 3, end), 422, until);
  }
  if (elsewhere) await expectTaken(trial, 1, 3, elsewhere);
  if (trial.moves) {
    const move = (begin: number) =>
      client.patch(`${path}/${beside}`, { [from]: trial.points[begin] });
    expectProblem(await move(2), 409, until);
    assert.equal((await move(3)).status, 200);
  }
  if (outside) {
    const asleep = await expectTaken(trial, 1, 3, outside);
    const { enter } = trial;
    if (enter) {
      expectProblem(await client.post(`${path}/${asleep}/${enter}`), 409, from);
    }
  }
  if (trial.leave) {
    const left = await client.post(`${path}/${first}/${trial.leave}`);
    assert.equal(left.status, 200, JSON.stringify(left.body));
    await expectTaken(trial, 1, 3);
  }
}

/** Checks that one of many who want the same at once gets it. */
export async function expectTakenOnce(trial: OverlapTrial): Promise<void> {
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => take(trial, 1, 3)),
  );
  const refused = answers.filter(({ status }) => status !== 201);
  assert.equal(refused.length, answers.length - 1);
  for (const answer of refused) expectProblem(answer, 409, trial.ends[0]);
}

/** Takes from one of the points to another, and gives the id of the entity that did. */
async function expectTaken(
  trial: OverlapTrial,
  begin: number,
  end: number,
  change: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const taken = await take(trial, begin, end, change);
  assert.equal(taken.status, 201, JSON.stringify(taken.body));
  return String(taken.body.id);
}

async function take(
  { client, path, ends: [from, until], points, body }: OverlapTrial,
  begin: number,
  end: number,
  change: Readonly<Record<string, unknown>> = {},
): Promise<ApiResponse<Readonly<Record<string, unknown>>>> {
  const ends = { [from]: points[begin], [until]: points[end] };
  return await client.post(path, { ...await body(), ...ends, ...change });
}

/**
 * Checks of reads that select fields, for tests: what is asked for is answered, and nothing else.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "./entity_request.ts";
import { type Entity, SERVER_FIELDS } from "./entity_spec.ts";
import { type ApiClient, type ApiResponse, expectProblem } from "./testing.ts";

/** What is read, and by whom. */
export interface SelectionTrial {
  /** The API as seen by somebody who may read it. */
  readonly client: ApiClient;
  /** The path of the collection. */
  readonly path: string;
  /** An entity that is there. */
  readonly id: string;
  /** Its own fields that clients see. */
  readonly fields: readonly string[];
  /** Its fields that no client sees. @default [] */
  readonly hidden?: readonly string[];
  /** How it can be read. */
  readonly reads: readonly ("get" | "list")[];
}

/** Checks that a read with `fields` answers with these and the id, and refuses names that it does not know. */
export async function expectSelection(trial: SelectionTrial): Promise<void> {
  for (const read of trial.reads) await expectFields(trial, read);
  if (trial.reads.includes("get")) await expectOwnTags(trial);
}

async function expectFields(
  trial: SelectionTrial,
  read: "get" | "list",
): Promise<void> {
  const { client, path, id, fields, hidden = [] } = trial;
  const ask = (query: string) =>
    client.get(
      read === "get" ? `${path}/${id}?${query}` : `${path}?limit=200&${query}`,
    );
  const whole = entityIn(await ask(""), trial, read);
  for (const name of [...Object.keys(SERVER_FIELDS), ...fields]) {
    assert.deepEqual(
      entityIn(await ask(`fields=${name}`), trial, read),
      { id, [name]: whole[name] },
    );
  }
  const all = ["id", ...fields];
  assert.deepEqual(
    entityIn(await ask(`fields=${all.toReversed()}`), trial, read),
    Object.fromEntries(all.map((name) => [name, whole[name]])),
  );
  for (const name of [...hidden, "nosuchfield", "", "id,id", "__proto__"]) {
    expectProblem(await ask(`fields=${name}`), 422, "fields");
  }
  expectProblem(await ask("fields=id&fields=id"), 422, "fields");
  expectProblem(await ask("include=nosuchthing"), 422, "include");
}

/** Who knows some fields does not know all, and the other way round. */
async function expectOwnTags(
  { client, path, id }: SelectionTrial,
): Promise<void> {
  const whole = `${path}/${id}`;
  const part = `${whole}?fields=createdAt`;
  const [wholeTag, partTag] = await Promise.all([tagAt(whole), tagAt(part)]);
  const read = async (url: string, header: string, tag: string) =>
    (await client.send(url, { headers: { [header]: tag } })).status;
  assert.deepEqual(
    [
      await read(part, "if-none-match", partTag),
      await read(part, "if-none-match", wholeTag),
      await read(whole, "if-none-match", partTag),
      await read(part, "if-match", partTag),
      await read(part, "if-match", '"another"'),
    ],
    [304, 200, 200, 200, 412],
  );

  async function tagAt(url: string): Promise<string> {
    return (await client.get(url)).headers.get("etag") ?? "";
  }
}

function entityIn(
  response: ApiResponse<unknown>,
  { id }: SelectionTrial,
  read: "get" | "list",
): Readonly<Record<string, unknown>> {
  assert.equal(response.status, 200, JSON.stringify(response.body));
  const entity = read === "get"
    ? response.body as Entity // what a get is answered with
    : (response.body as Page<Entity>).items.find((one) => one.id === id);
  assert.ok(entity, `found nothing with the id "${id}"`);
  return { ...entity };
}

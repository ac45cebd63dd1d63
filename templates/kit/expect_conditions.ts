/**
 * Checks of conditional requests, for tests: an entity's `ETag` and what `If-Match` and `If-None-Match` do with it.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ApiClient, expectProblem } from "./testing.ts";

/** Checks that who knows an entity's tag is told that it has not changed, and is given it else. */
export async function expectConditionalRead(
  client: ApiClient,
  path: string,
): Promise<void> {
  const found = await client.get(path);
  const tag = found.headers.get("etag") ?? "";
  assert.match(tag, STRONG_TAG);
  const read = (known: string) =>
    client.send(path, { headers: { "if-none-match": known } });
  for (const known of [tag, `W/${tag}, ${OTHER_TAG}`, "*"]) {
    const { status, headers, body } = await read(known);
    assert.deepEqual([status, headers.get("etag"), body], [304, tag, null]);
  }
  const other = await read(OTHER_TAG);
  assert.deepEqual([other.status, other.body], [200, found.body]);
}

/**
 * Checks that a change is made only for who knows the present tag of the entity, or wants any.
 * What is sent must succeed when nothing has changed; it does so once.
 */
export async function expectConditionalChange(
  client: ApiClient,
  path: string,
  init: RequestInit,
): Promise<void> {
  const send = (condition: Readonly<Record<string, string>>) => {
    const headers = new Headers(init.headers);
    for (const [name, tag] of Object.entries(condition)) headers.set(name, tag);
    return client.send(path, { ...init, headers });
  };
  expectProblem(await send({ "if-match": "no quotes" }), 400);
  const refused = await send({ "if-match": OTHER_TAG });
  expectProblem(refused, 412);
  const tag = refused.headers.get("etag") ?? "";
  assert.match(tag, STRONG_TAG);
  expectProblem(await send({ "if-match": `W/${tag}` }), 412);
  expectProblem(await send({ "if-none-match": "*" }), 412);
  const done = await send({ "if-match": `${OTHER_TAG}, ${tag}` });
  assert.ok(done.status < 300, JSON.stringify(done.body));
}

const STRONG_TAG = /^"[^"]+"$/;
const OTHER_TAG = '"no-such-version"';

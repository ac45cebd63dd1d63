import { assertEquals } from "@std/assert";
import { expectSelection } from "./expect_selection.ts";
import { ok } from "./problem.ts";
import { MAX_INCLUDES } from "./read_selection.ts";
import { NOTE, NOTE_ID, NOTE_SPEC, sampleApi } from "./sample_api.ts";
import { apiClient, expectProblem } from "./testing.ts";

Deno.test("a read answers with the fields that it asks for, in the entity's order", async () => {
  const { api } = sampleApi({
    send: (request) =>
      Promise.resolve(
        request.operation === "list"
          ? ok({ items: [NOTE], nextCursor: null })
          : { ok: true, value: NOTE, version: 3 },
      ),
  });
  await expectSelection({
    client: apiClient(api.fetch),
    path: "/notes",
    id: NOTE_ID,
    fields: ["title", "rank"],
    reads: ["get", "list"],
  });
});

Deno.test("fields that no client sees have no names", async () => {
  const { title, rank } = NOTE_SPEC.fields;
  const spec = {
    ...NOTE_SPEC,
    fields: { title: title!, rank: { ...rank!, writeOnly: true } },
  };
  const { api } = sampleApi({ spec });
  const client = apiClient(api.fetch);
  for (const path of ["/notes", `/notes/${NOTE_ID}`]) {
    expectProblem(await client.get(`${path}?fields=rank`), 422, "fields");
  }
});

Deno.test("what is wrong with a query is told all at once", async () => {
  const client = apiClient(sampleApi().api.fetch);
  const path = "/notes?limit=0&fields=nothing&include=nobody";
  const { errors } = expectProblem(await client.get(path), 422);
  assertEquals(errors, [
    {
      path: "fields",
      message:
        'has no "nothing": there are id, createdAt, updatedAt, title, rank',
    },
    {
      path: "include",
      message: 'has no "nobody": there is nothing to include',
    },
    { path: "limit", message: "must be an integer from 1 to 200" },
  ]);
});

Deno.test("a read by id passes over what else its query says", async () => {
  const client = apiClient(sampleApi().api.fetch);
  const { status, body } = await client.get(`/notes/${NOTE_ID}?other=1`);
  assertEquals([status, body], [200, NOTE]);
  expectProblem(await client.get(`/notes/${NOTE_ID}?fields=%zz`), 400);
});

Deno.test("a read includes a few things at most", async () => {
  const names = Array.from({ length: MAX_INCLUDES + 1 }, (_, i) => `n${i}`);
  const includes = {
    names,
    open: (_request: Request, wanted: readonly string[]) =>
      Promise.resolve(ok(() =>
        Promise.resolve(
          ok([Object.fromEntries(wanted.map((name) => [name, null]))]),
        )
      )),
  };
  const client = apiClient(sampleApi({ includes }).api.fetch);
  const path = `/notes/${NOTE_ID}?fields=title&include=`;
  expectProblem(await client.get(path + names), 422, "include");
  const { body } = await client.get(`${path}n1,n0`);
  assertEquals(body, { id: NOTE_ID, title: "Milk", n1: null, n0: null });
});

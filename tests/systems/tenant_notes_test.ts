import { assert, assertEquals } from "@std/assert";
import { type Account, PASSWORD, signIn, signUp } from "./accounts.ts";
import type { ExampleSystem } from "./example_system.ts";
import type { Json } from "./json_client.ts";
import { type Scenarios, testExample } from "./system_tests.ts";

const SCENARIOS: Scenarios = {
  "whoever registers opens an organisation, and brings in others": async (
    system,
  ) => {
    const { a, colleague, stranger } = await twoOrganisations(system);
    for (const member of [a, colleague]) {
      const me = (await member.api.get("/auth/me")).is(200);
      assertEquals(me.at("organisationId"), a.organisation);
      const own = await member.api.get(`/organisations/${a.organisation}`);
      assertEquals(own.is(200).at("name"), "Some organisation");
    }
    const roles = [a, colleague, stranger].map(async ({ api }) =>
      (await api.get("/auth/me")).at("role")
    );
    assertEquals(await Promise.all(roles), ["admin", "member", "admin"]);
    const body = {
      email: `${crypto.randomUUID()}@mail.example`,
      name: "X",
      password: PASSWORD,
    };
    (await system.client().post("/auth/register", body)).is(422);
    (await colleague.api.post("/auth/register", body)).is(403);
    const organisationId = a.organisation;
    const sneaked = { ...body, organisationId };
    (await system.client().post("/auth/register", sneaked)).is(422);
    (await stranger.api.post("/auth/register", sneaked)).is(422);
    (await system.client().get(`/organisations/${organisationId}`)).is(401);
  },
  "members share the notes of their organisation": async (system) => {
    const { a, colleague } = await twoOrganisations(system);
    const note = await noted(a, "Shared");
    const seen = (await colleague.api.get(`/notes/${note.id}`)).is(200);
    assertEquals(seen.at("title"), "Shared");
    assertEquals(seen.at("authorId"), a.id);
    assertEquals(await titles(colleague), ["Shared"]);
    (await colleague.api.patch(`/notes/${note.id}`, { title: "x" })).is(403);
    (await colleague.api.delete(`/notes/${note.id}`)).is(403);
    (await a.api.patch(`/notes/${note.id}`, { body: "Text" })).is(200);
    (await a.api.post(`/notes/${note.id}/pin`)).is(200);
    (await a.api.delete(`/notes/${note.id}`)).is(204);
  },
  "of other organisations nothing is there": async (system) => {
    const { a, stranger } = await twoOrganisations(system);
    const note = await noted(a, "Secret");
    for (
      const path of [
        `/notes/${note.id}`,
        `/notebooks/${note.notebook}`,
        `/users/${a.id}`,
      ]
    ) {
      (await a.api.get(path)).is(200);
      (await stranger.api.get(path)).is(404);
    }
    const path = `/notes/${note.id}`;
    (await stranger.api.patch(path, { title: "x" })).is(404);
    (await stranger.api.put(path, { title: "x", notebookId: note.notebook }))
      .is(404);
    (await stranger.api.delete(path)).is(404);
    (await stranger.api.post(`${path}/pin`)).is(404);
    (await system.client().get(path)).is(401);
    const queries = [
      "",
      "?title=Secret",
      "?q=Secret",
      `?notebookId=${note.notebook}`,
      `?organisationId=${a.organisation}`,
      "?sort=title",
    ];
    for (const query of queries) {
      assertEquals(
        (await stranger.api.get(`/notes${query}`)).is(200).listAt("items"),
        [],
        query,
      );
    }
    assertEquals(await count(a, "/users"), 2);
    assertEquals(await count(stranger, "/users"), 1);
    assertEquals(await count(stranger, "/notebooks"), 0);
    assertEquals((await a.api.get(path)).is(200).at("title"), "Secret");
    (await stranger.api.get(`/organisations/${a.organisation}`)).is(404);
  },
  "nothing is put into another organisation": async (system) => {
    const { a, stranger } = await twoOrganisations(system);
    const note = await noted(a, "Secret");
    const body = { title: "Sneaked in", notebookId: note.notebook };
    (await stranger.api.post("/notes", body)).is(422);
    const own = await noted(stranger, "Own");
    (await stranger.api.patch(`/notes/${own.id}`, {
      notebookId: note.notebook,
    })).is(422);
    for (const method of ["POST", "PATCH"]) {
      const path = method === "POST" ? "/notes" : `/notes/${own.id}`;
      const answer = await stranger.api.send(method, path, {
        title: "Sneaked in",
        ...(method === "POST" ? { notebookId: own.notebook } : {}),
        organisationId: a.organisation,
      });
      answer.is(422);
    }
    const moved = await stranger.api.patch(`/users/${stranger.id}`, {
      organisationId: a.organisation,
    });
    assert([403, 422].includes(moved.status), moved.text);
    assertEquals(await titles(a), ["Secret"]);
    assertEquals(await titles(stranger), ["Own"]);
  },
  "names are unique within an organisation": async (system) => {
    const { a, colleague, stranger } = await twoOrganisations(system);
    const name = "Plans";
    (await a.api.post("/notebooks", { name })).is(201);
    (await colleague.api.post("/notebooks", { name })).is(409);
    (await stranger.api.post("/notebooks", { name })).is(201);
  },
  "pages and their cursors stay within": async (system) => {
    const { a, stranger } = await twoOrganisations(system);
    for (let number = 1; number <= 5; number++) {
      await noted(a, `Note ${number}`);
    }
    await noted(stranger, "Own");
    const page = (await a.api.get("/notes?limit=2")).is(200);
    const cursor = encodeURIComponent(page.textAt("nextCursor"));
    const taken = await stranger.api.get(`/notes?limit=2&cursor=${cursor}`);
    const leaked = taken.status === 200
      ? taken.listAt("items").map((_, index) =>
        taken.at(`items.${index}.title`)
      )
      : [];
    assertEquals(leaked.filter((title) => title !== "Own"), []);
    const next = (await a.api.get(`/notes?limit=2&cursor=${cursor}`)).is(200);
    assertEquals(next.listAt("items").length, 2);
  },
  "what is there stays apart after a crash": async (system) => {
    if (system.engine === "memory") return;
    const { a, stranger } = await twoOrganisations(system);
    const note = await noted(a, "Secret");
    await system.crash();
    (await a.api.on(system.url).get(`/notes/${note.id}`)).is(200);
    (await stranger.api.on(system.url).get(`/notes/${note.id}`)).is(404);
  },
};

interface Member extends Account {
  readonly organisation: string;
}

async function founder(system: ExampleSystem): Promise<Member> {
  return await within(
    await signUp(system, {
      name: "Somebody",
      organisation: { name: "Some organisation" },
    }),
  );
}

async function broughtIn(system: ExampleSystem, by: Member): Promise<Member> {
  const email = `${crypto.randomUUID()}@mail.example`;
  const body = { email, name: "Somebody", password: PASSWORD };
  (await by.api.post("/auth/register", body)).is(201);
  return await within(await signIn(system, email));
}

async function within(account: Account): Promise<Member> {
  const me = (await account.api.get("/auth/me")).is(200);
  return { ...account, organisation: me.textAt("organisationId") };
}

async function twoOrganisations(
  system: ExampleSystem,
): Promise<Record<"a" | "colleague" | "stranger", Member>> {
  const a = await founder(system);
  return {
    a,
    colleague: await broughtIn(system, a),
    stranger: await founder(system),
  };
}

async function noted(
  who: Account,
  title: string,
): Promise<{ readonly id: string; readonly notebook: string }> {
  const notebook =
    (await who.api.post("/notebooks", { name: crypto.randomUUID() }))
      .is(201).textAt("id");
  const note = await who.api.post("/notes", { title, notebookId: notebook });
  return { id: note.is(201).textAt("id"), notebook };
}

async function titles(who: Account): Promise<readonly Json[]> {
  const list = (await who.api.get("/notes")).is(200);
  return list.listAt("items").map((_, index) =>
    list.at(`items.${index}.title`)
  );
}

async function count(who: Account, path: string): Promise<number> {
  return (await who.api.get(path)).is(200).listAt("items").length;
}

await testExample("tenant_notes", SCENARIOS, {
  engines: ["memory", "sqlite", "postgres"],
});

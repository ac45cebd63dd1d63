import { assertEquals } from "@std/assert";
import { checkPlan } from "./check_plan.ts";
import { readByPatterns } from "./pattern_reading.ts";

async function codesOf(
  blueprint: Readonly<Record<string, unknown>>,
  request = "Keep notes.",
): Promise<readonly string[]> {
  const { errors, stage } = await checkPlan(
    JSON.stringify({ system: "notes", ...blueprint }, null, 2),
    request,
    await readByPatterns(request),
  );
  const places = errors.map(({ code, path, position }) =>
    `${code} ${path} ${position?.line}`
  );
  return [`stage ${stage}`, ...places];
}

const NOTE = { fields: { title: { type: "string" } } };

Deno.test("checkPlan() passes what every check passes", async () => {
  assertEquals(await codesOf({ entities: { note: NOTE } }), ["stage 4"]);
});

Deno.test("checkPlan() tells what the reader and the checks find, with its line", async () => {
  assertEquals(
    await codesOf({ entities: { note: { fields: { a: { type: "strng" } } } } }),
    ["stage 1", "AC302 entities.note.fields.a.type 7"],
  );
  assertEquals(
    await codesOf({
      entities: {
        note: { ...NOTE, relations: { book: { belongsTo: "book" } } },
      },
    }),
    ["stage 2", "AC205 entities.note.relations.book.belongsTo 12"],
  );
});

Deno.test("checkPlan() refuses code and files of code, wherever they may stand", async () => {
  const run = { run: "return undefined;" };
  const file = { file: "./logic/note.ts" };
  const behavior = { behavior: "It returns nothing." };
  const parts = (logic: Readonly<Record<string, string>>) => ({
    entities: {
      note: {
        fields: { title: { type: "string", computed: logic } },
        actions: { close: { set: {}, guard: logic } },
        hooks: { afterDelete: logic },
      },
    },
    endpoints: { quote: { path: "/quote", ...logic } },
  });
  const places = [
    "entities.note.fields.title.computed",
    "entities.note.actions.close.guard",
    "entities.note.hooks.afterDelete",
    "endpoints.quote",
  ];
  const found = (await codesOf(parts(run))).map((one) =>
    one.replace(/ \d+$/, "")
  );
  assertEquals(
    found.filter((one) => one.startsWith("AC023")),
    places.map((place) => `AC023 ${place}.run`),
  );
  const files = (await codesOf(parts(file))).map((one) =>
    one.replace(/ \d+$/, "")
  );
  assertEquals(
    files.filter((one) => one.startsWith("AC023")),
    places.map((place) => `AC023 ${place}.file`),
  );
  const words = await codesOf(parts(behavior));
  assertEquals(words.filter((one) => one.startsWith("AC023")), []);
});

Deno.test("checkPlan() refuses code that would pass every other check", async () => {
  const hooks = { beforeCreate: { run: "return undefined;" } };
  assertEquals(await codesOf({ entities: { note: { ...NOTE, hooks } } }), [
    "stage 3",
    "AC023 entities.note.hooks.beforeCreate.run 12",
  ]);
});

Deno.test("checkPlan() refuses hosts to fetch from that the request does not name", async () => {
  const plan = {
    entities: { note: NOTE },
    endpoints: {
      rate: {
        path: "/rate",
        fetches: ["https://good.example", "https://evil.example"],
        behavior: "Gives the rate.",
      },
    },
  };
  assertEquals(await codesOf(plan, "Keep notes. Rates are at good.example."), [
    "stage 3",
    "AC024 endpoints.rate.fetches[1] 17",
  ]);
  const both = "Keep notes. Rates are at good.example or evil.example.";
  assertEquals(await codesOf(plan, both), ["stage 4"]);
});

Deno.test("checkPlan() refuses hosts that the request does not name", async () => {
  const plan = {
    entities: { note: NOTE },
    webhooks: {
      told: { on: "note.create", hosts: ["good.example", "evil.example"] },
    },
    api: {
      publicUrl: "https://evil.example/api",
      cors: { origins: ["https://good.example", "*"] },
    },
  };
  assertEquals(await codesOf(plan, "Keep notes. Tell good.example."), [
    "stage 3",
    "AC024 webhooks.told.hosts[1] 17",
    "AC024 api.cors.origins[1] 26",
    "AC024 api.publicUrl 22",
  ]);
  assertEquals(
    await codesOf(
      plan,
      "Keep notes. Tell good.example and evil.example. Any origin may call.",
    ),
    ["stage 4"],
  );
});

Deno.test("checkPlan() refuses to leave open what the request keeps from some", async () => {
  const request = "Keep notes. Users can only see their own notes.";
  const open = { entities: { note: NOTE } };
  assertEquals(await codesOf(open, request), ["stage 3", "AC025 users 1"]);
  const users = { ...open, users: {} };
  assertEquals(await codesOf(users, request), ["stage 4"]);
  assertEquals(await codesOf(open, `${request} No login.`), ["stage 4"]);
  const admins =
    "Users sign in. Keep notes. Deleting notes is for admins only.";
  assertEquals(await codesOf(open, admins), ["stage 3", "AC025 users 1"]);
});

Deno.test("checkPlan() refuses rules that let in whom the request keeps out", async () => {
  const rules = async (
    request: string,
    access: Readonly<Record<string, string | readonly string[]>>,
    users: Readonly<Record<string, unknown>> = { roles: ["member", "staff"] },
  ) => {
    const owner = { owner: "author" };
    const relations = { author: { belongsTo: "user" } };
    const entities = { note: { ...NOTE, relations, ...owner, access } };
    const found = await codesOf({ users, entities }, request);
    return found.slice(1).map((one) => one.replace(/ \d+$/, ""));
  };
  const at = (key: string) => [`AC025 entities.note.access.${key}`];
  const rest = { create: "users", write: "users" };
  const staff = "Users sign in. Keep notes. Only staff may see notes.";
  const own = "Users sign in. Keep notes. Users see only their own notes.";
  for (
    const [request, words] of [
      [staff, "everyone"],
      [staff, "users"],
      [staff, "owner"],
      [staff, ["staff", "member"]],
      [own, "everyone"],
      [own, "users"],
      [own, ["owner", "staff"]],
    ] as const
  ) {
    assertEquals(await rules(request, { read: words, ...rest }), at("read"));
    const apart = { read: "owner", list: words, get: words, ...rest };
    assertEquals((await rules(request, apart)).includes(at("get")[0]!), true);
  }
  assertEquals(await rules(staff, { read: "staff", ...rest }), []);
  assertEquals(await rules(own, { read: "owner", ...rest }), []);
  assertEquals(await rules(own, { ...rest, read: [] }), []);
  // What nobody spoke of is open to whom the model thinks.
  assertEquals(await rules(staff, { read: "staff", write: "everyone" }), []);
  const guests = `${own} The staff, however, has insight into all of them.`;
  assertEquals(await rules(guests, { read: ["owner", "staff"] }), []);
});

Deno.test("checkPlan() gives nobody by registration what the request keeps to a role", async () => {
  const access = { read: "staff", create: "staff", write: "staff" };
  const plan = (users: Readonly<Record<string, unknown>>) => ({
    users,
    entities: { note: { ...NOTE, access } },
  });
  const request = "Users sign in. Keep notes. Only staff may see notes.";
  const open = plan({ roles: ["staff", "guest"] });
  const [stage, found] = await codesOf(open, request);
  assertEquals([stage, found?.slice(0, 32)], [
    "stage 3",
    "AC025 entities.note.access.read ",
  ]);
  for (
    const [users, text] of [
      [{ roles: ["guest", "staff"] }, request],
      [{ roles: ["staff"], registration: "closed" }, request],
      [{ roles: ["staff"] }, `${request} Staff register with an email.`],
    ] as const
  ) {
    assertEquals(await codesOf(plan(users), text), ["stage 4"]);
  }
});

Deno.test("checkPlan() finds what the request keeps to some under another name", async () => {
  const access = { read: "everyone", create: "users", write: "users" };
  const users = { roles: ["member", "staff"] };
  const request = "Users sign in. Keep notes. Only staff may see notes.";
  assertEquals(
    await codesOf(
      { users, entities: { club_note: { ...NOTE, access } } },
      request,
    ),
    ["stage 3", "AC025 entities.club_note.access.read 17"],
  );
});

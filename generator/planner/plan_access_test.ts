import { assert, assertEquals } from "@std/assert";
import { plan } from "./plan.ts";

const SIGN_IN = "Users can register and log in.";

Deno.test("plan() gives what is said of owners, roles and everyone its rules, where people sign in", async () => {
  const { blueprint, sentences } = await plan(
    `${SIGN_IN} Posts have a title and a status: draft or published. Each post belongs to a user. ` +
      "Anyone can read posts. Only the author can edit or delete a post. Only admins can publish posts.",
  );
  assertEquals(blueprint?.users, { roles: ["member", "admin"] });
  const post = blueprint?.entities?.post;
  assertEquals(post?.owner, "user");
  assertEquals(post?.access, {
    read: "everyone",
    create: "users",
    write: "owner",
    publish: "admin",
  });
  assert(sentences.every(({ status }) => status === "understood"));
});

Deno.test("plan() restricts reading to one's own", async () => {
  const { blueprint } = await plan(
    "A notes API with JWT login. Notes have a text. Users can only see their own notes.",
  );
  const note = blueprint?.entities?.note;
  assertEquals(note?.owner, "owner");
  assertEquals(note?.relations?.owner?.belongsTo, "user");
  assertEquals(note?.access?.read, "owner");
  assertEquals(Object.keys(note?.fields ?? {}), ["text"]);
});

Deno.test("plan() lets those sign in whom the request calls owners", async () => {
  const { blueprint } = await plan(
    `${SIGN_IN} Posts have a title and belong to an author. Only the author can edit a post.`,
  );
  assertEquals(blueprint?.users?.entity, "author");
  assert(blueprint?.entities?.author?.fields.email?.unique);
});

Deno.test("plan() lets people sign in where only some may do something, and says so", async () => {
  const { blueprint, assumptions } = await plan(
    "Posts have a title. Only admins can delete posts.",
  );
  assertEquals(blueprint?.users, { roles: ["member", "admin"] });
  assertEquals(blueprint?.entities?.post?.access?.delete, "admin");
  assertEquals(assumptions.includes(IMPLIED), true);
});

Deno.test("plan() builds no access where a request refuses users", async () => {
  const { blueprint, sentences } = await plan(
    "No login needed. Posts have a title. Only admins can delete posts.",
  );
  assertEquals(blueprint?.users, undefined);
  assertEquals(blueprint?.entities?.post?.access, undefined);
  assertEquals(sentences[2]?.notBuilt, ["Only admins"]);
});

Deno.test("plan() makes whoever creates it the owner of what is said to have one", async () => {
  const { blueprint, sentences } = await plan(
    `${SIGN_IN} Posts have a title. Only the author can delete a post.`,
  );
  assertEquals(blueprint?.entities?.post?.owner, "author");
  assertEquals(
    blueprint?.entities?.post?.relations?.author?.belongsTo,
    "user",
  );
  assert(sentences.every(({ status }) => status === "understood"));
});

Deno.test("plan() leaves what it did not understand who may do to admins", async () => {
  const { blueprint, sentences, assumptions } = await plan(
    `${SIGN_IN} Posts have a title. Only admins can delete posts older than a year.`,
  );
  assertEquals(blueprint?.users, { roles: ["member", "admin"] });
  assertEquals(blueprint?.entities?.post?.access, {
    read: "users",
    create: "users",
    write: "users",
    delete: "admin",
  });
  assertEquals(sentences[2]?.notUnderstood?.length, 1);
  assertEquals(
    assumptions.filter((one) => one.startsWith("only admin may delete a post"))
      .length,
    1,
  );
});

Deno.test("plan() lets roles do what they are said to do beside owners", async () => {
  const { blueprint } = await plan(
    `${SIGN_IN} Posts have a title and belong to a user. Admins can delete any post. Moderators can hide posts.`,
  );
  assertEquals(blueprint?.users, { roles: ["member", "admin", "moderator"] });
  assertEquals(blueprint?.entities?.post?.access, {
    read: "users",
    create: "users",
    write: "owner",
    delete: ["owner", "admin"],
    hide: "moderator",
  });
});

const IMPLIED =
  "people sign in, under /auth: the request says who alone may do what";

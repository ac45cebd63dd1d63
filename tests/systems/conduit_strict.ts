/**
 * What a strict reader of the RealWorld contract expects of every answer: its openapi.yml first, then what its
 * specification and the suites of its implementations say. Everybody comes from one address, as those suites do.
 *
 * @module
 */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  articleTimes,
  fresh,
  guest,
  type Person,
  profileOf,
  register,
  slugsOf,
  write,
} from "./conduit_client.ts";
import { assertTold, ONE_ADDRESS } from "./conduit_errors.ts";
import type { ExampleSystem } from "./example_system.ts";
import { type Answer, type Json, JsonClient } from "./json_client.ts";
import type { Scenarios } from "./system_tests.ts";

/** Errors by what they are about, exact lists, and what the contract leaves no room for. */
export const STRICT_SCENARIOS: Scenarios = {
  "what is blank is told by its field": async (system) => {
    const { api } = await register(system);
    const user = () => ({
      username: fresh("u"),
      email: `${fresh("u")}@mail.example`,
      password: "secret",
    });
    for (const field of ["username", "email", "password"] as const) {
      for (const blank of ["", "   "]) {
        const body = { user: { ...user(), [field]: blank } };
        const answer = await guest(system).post("/users", body);
        const isMail = field === "email";
        assertTold(
          answer,
          422,
          isMail && blank !== "" ? {} : {
            [field]: "can't be blank",
          },
        );
      }
    }
    for (const field of ["email", "password"] as const) {
      const body = { user: { ...user(), [field]: "" } };
      const answer = await guest(system).post("/users/login", body);
      assertTold(answer, 422, { [field]: "can't be blank" });
    }
    const article = { title: "A title", description: "About", body: "Text" };
    for (const field of ["title", "description", "body"] as const) {
      for (const blank of ["", " \n\t"]) {
        const body = { article: { ...article, [field]: blank } };
        const answer = await api.post("/articles", body);
        assertTold(answer, 422, { [field]: "can't be blank" });
      }
    }
    const all = await api.post("/articles", { article: {} });
    assertTold(all, 422, {
      title: "can't be blank",
      description: "can't be blank",
      body: "can't be blank",
    });
  },
  "what is taken, wrong, missing, unknown or foreign is told by its name":
    async (
      system,
    ) => {
      const [one, other] = [await register(system), await register(system)];
      const user = {
        username: fresh("u"),
        email: `${fresh("u")}@mail.example`,
        password: "secret",
      };
      for (const field of ["username", "email"] as const) {
        const taken = { [field]: one[field] };
        const told = { [field]: "has already been taken" };
        const again = { user: { ...user, ...taken } };
        assertTold(await guest(system).post("/users", again), 409, told);
        assertTold(await other.api.put("/user", { user: taken }), 409, told);
      }
      const wrong = { email: one.email, password: "wrong" };
      const login = await guest(system).post("/users/login", { user: wrong });
      assertTold(login, 401, { credentials: "invalid" });
      const missing = { token: "is missing" };
      assertTold(await guest(system).get("/user"), 401, missing);
      assertTold(await guest(system).get("/articles/feed"), 401, missing);
      const forged = guest(system).with("authorization", "Token forged");
      assertTold(await forged.get("/user"), 401, { token: "is invalid" });
      const slug = await write(one, { title: fresh("Mine ") });
      const path = `/articles/${slug}`;
      const change = { article: { body: "Theirs" } };
      const foreign = { article: "forbidden" };
      assertTold(await other.api.put(path, change), 403, foreign);
      assertTold(await other.api.delete(path), 403, foreign);
      const comment = { comment: { body: "Mine" } };
      const id = (await one.api.post(`${path}/comments`, comment)).is(200).at(
        "comment.id",
      );
      assertTold(await other.api.delete(`${path}/comments/${id}`), 403, {
        comment: "forbidden",
      });
      const unknown = { article: "not found" };
      assertTold(await guest(system).get("/articles/none"), 404, unknown);
      assertTold(
        await one.api.delete("/articles/none/comments/1"),
        404,
        unknown,
      );
      assertTold(await one.api.delete(`${path}/comments/999999`), 404, {
        comment: "not found",
      });
      assertTold(await guest(system).get("/profiles/none"), 404, {
        profile: "not found",
      });
    },
  "lists have no bodies, and nothing else is left out": async (system) => {
    const [author, reader] = [await register(system), await register(system)];
    const slug = await write(author, { title: fresh("Long "), tagList: ["t"] });
    await reader.api.post(`/profiles/${author.username}/follow`);
    await reader.api.post(`/articles/${slug}/favorite`);
    const one = (await reader.api.get(`/articles/${slug}`)).is(200);
    const { body: _, ...listed } = one.at("article") as Record<string, Json>;
    for (
      const query of [
        `?author=${author.username}`,
        `?favorited=${reader.username}`,
        "/feed",
      ]
    ) {
      const answer = (await reader.api.get(`/articles${query}`)).is(200);
      assertEquals(
        answer.body,
        { articles: [listed], articlesCount: 1 },
        query,
      );
    }
  },
  "a page that is larger than there can be is cut": async (system) => {
    const author = await register(system);
    await write(author, { title: fresh("One ") });
    const list = `/articles?author=${author.username}`;
    for (const limit of ["101", "1000", "2147483648"]) {
      assertEquals(
        slugsOf(await author.api.get(`${list}&limit=${limit}`)).length,
        1,
      );
    }
    const far = await author.api.get(`${list}&offset=99999999999`);
    assertEquals(far.is(200).body, { articles: [], articlesCount: 1 });
    assertTold(await author.api.get(`${list}&limit=0`), 422, {
      limit: "must be an integer from 1",
    });
  },
  "the newest come first, also of one moment, and a change is a later moment":
    async (
      system,
    ) => {
      const author = await register(system);
      const made: string[] = [];
      for (let count = 0; count < 12; count++) {
        made.push(await write(author, { title: fresh("Quick ") }));
      }
      const list = await author.api.get(`/articles?author=${author.username}`);
      assertEquals(slugsOf(list), made.toReversed());
      const path = `/articles/${made[0]}`;
      let last = (await author.api.get(path)).textAt("article.updatedAt");
      for (let count = 0; count < 8; count++) {
        const article = { body: `Change ${count}` };
        const changed = (await author.api.put(path, { article })).is(200);
        const { updatedAt } = articleTimes(changed, "article");
        assert(updatedAt > last, `${updatedAt} is not after ${last}`);
        last = updatedAt;
      }
    },
  "a slug leads to its article, whatever the title": async (system) => {
    const author = await register(system);
    for (
      const title of [
        "feed",
        "中文标题 🐉",
        "../../etc/passwd",
        "'; DROP TABLE articles; --",
        "?tag=x#y",
        "<script>alert(1)</script>",
        "x".repeat(1000),
      ]
    ) {
      const slug = await write(author, { title });
      const read = (await guest(system).get(`/articles/${slug}`)).is(200);
      assertEquals(read.at("article.title"), title);
      (await author.api.delete(`/articles/${slug}`)).is(204);
    }
  },
  "what is long or odd comes back as it was sent": async (system) => {
    const author = await register(system);
    const body = `${
      "long ".repeat(100_000)
    }\r\n\t"quoted" \\ 'single' é́ 🐉 ${"\u202e"}`;
    const tagList = ["a,b", 'c"d', "e'--", "f g", "ü"];
    const slug = await write(author, {
      title: fresh("Odd "),
      description: "d".repeat(5000),
      body,
      tagList,
    });
    const read = (await guest(system).get(`/articles/${slug}`)).is(200);
    assertEquals(read.at("article.body"), body);
    for (const tag of tagList) {
      const found = `/articles?author=${author.username}&tag=${
        encodeURIComponent(tag)
      }`;
      assertEquals(slugsOf(await guest(system).get(found)), [slug]);
    }
    for (const tag of ["' OR 1=1 --", "%", "_", "a"]) {
      const found = `/articles?author=${author.username}&tag=${
        encodeURIComponent(tag)
      }`;
      assertEquals(slugsOf(await guest(system).get(found)), [], tag);
    }
    const comment = { body: "y".repeat(50_000) };
    const path = `/articles/${slug}/comments`;
    const added = (await author.api.post(path, { comment })).is(200);
    assertEquals(added.at("comment.body"), comment.body);
  },
  "nobody sets what is the server's": async (system) => {
    const [author, other] = [await register(system), await register(system)];
    const past = "2000-01-01T00:00:00.000Z";
    const given = {
      slug: "mine",
      favorited: true,
      favoritesCount: 99,
      createdAt: past,
      updatedAt: past,
      author: { username: other.username },
      id: 1,
    };
    const article = { title: fresh("T "), description: "d", body: "b" };
    const made = (await author.api.post("/articles", {
      article: { ...article, ...given },
    })).is(201);
    const slug = made.textAt("article.slug");
    const path = `/articles/${slug}`;
    const changed = await author.api.put(path, {
      article: { ...given, body: "c" },
    });
    for (const answer of [made, changed.is(200)]) {
      assertEquals(answer.at("article.slug"), slug);
      assertEquals(answer.at("article.favoritesCount"), 0);
      assertEquals(answer.at("article.favorited"), false);
      assertEquals(answer.at("article.author"), profileOf(author));
      assert(answer.textAt("article.createdAt") > past);
    }
    const comment = { body: "c", id: 12345, author: given.author };
    const added = (await author.api.post(`${path}/comments`, { comment })).is(
      200,
    );
    assertNotEquals(added.at("comment.id"), 12345);
    assertEquals(added.at("comment.author"), profileOf(author));
    const user = { id: "x", token: "x", role: "admin", bio: "b" };
    const self = (await author.api.put("/user", { user })).is(200);
    assertEquals(Object.keys(self.at("user") as Json & object).sort(), [
      "bio",
      "email",
      "image",
      "token",
      "username",
    ]);
    assertNotEquals(self.at("user.token"), "x");
  },
  "null is no text": async (system) => {
    const author = await register(system);
    for (const field of ["email", "username", "password"]) {
      const user = { [field]: null };
      assertTold(await author.api.put("/user", { user }), 422, {
        [field]: "must be a text",
      });
    }
    const slug = await write(author, { title: fresh("T "), tagList: ["a"] });
    for (const field of ["title", "description", "body", "tagList"]) {
      const article = { [field]: null };
      const answer = await author.api.put(`/articles/${slug}`, { article });
      assertTold(answer, 422, {
        [field]: `must be a ${field === "tagList" ? "list" : "text"}`,
      });
    }
    const kept = await author.api.put(`/articles/${slug}`, {
      article: { body: "tags stay" },
    });
    assertEquals(kept.is(200).at("article.tagList"), ["a"]);
  },
  "a name that changes is new everywhere": async (system) => {
    const [author, reader] = [await register(system), await register(system)];
    const slug = await write(author, { title: fresh("T "), tagList: ["a"] });
    await reader.api.post(`/articles/${slug}/favorite`);
    await author.api.post(`/articles/${slug}/comments`, {
      comment: { body: "c" },
    });
    const [username, email] = [fresh("new"), `${fresh("new")}@mail.example`];
    const renamed = (await author.api.put("/user", {
      user: { username, email },
    })).is(200);
    assertEquals(renamed.at("user.email"), email);
    assertEquals((await author.api.get("/user")).at("user.username"), username);
    const read = await guest(system).get(`/articles/${slug}`);
    assertEquals(read.is(200).at("article.author"), profileOf({ username }));
    assertEquals(read.at("article.favoritesCount"), 1);
    const comments = await guest(system).get(`/articles/${slug}/comments`);
    assertEquals(comments.at("comments.0.author"), profileOf({ username }));
    const old = await guest(system).get(`/articles?author=${author.username}`);
    assertEquals(old.is(200).body, { articles: [], articlesCount: 0 });
    const login = { email, password: author.password };
    (await guest(system).post("/users/login", { user: login })).is(200);
  },
  "comments know their article, and go with it": async (system) => {
    const [author, reader] = [await register(system), await register(system)];
    const title = fresh("Again ");
    const slug = await write(author, { title });
    const path = `/articles/${slug}/comments`;
    const add = async (by: Person) =>
      (await by.api.post(path, { comment: { body: "c" } })).is(200).at(
        "comment.id",
      ) as number;
    const [first, second] = [await add(author), await add(reader)];
    assert(Number.isInteger(first) && second > first, `${first}, ${second}`);
    (await reader.api.delete(`${path}/${second}`)).is(204);
    const left = (await reader.api.get(path)).is(200).listAt("comments");
    assertEquals(left.length, 1);
    for (let count = 0; count < 24; count++) await add(reader);
    const all = (await guest(system).get(path)).is(200);
    assertEquals(all.listAt("comments").length, 25);
    assertEquals(Object.keys(all.body ?? {}), ["comments"]);
    (await author.api.delete(`/articles/${slug}`)).is(204);
    const next = await write(author, { title });
    assertEquals(next, slug);
    assertEquals((await guest(system).get(path)).is(200).body, {
      comments: [],
    });
  },
  "the answers of HTTP itself are as its standards say": async (system) => {
    const author = await register(system);
    const slug = await write(author, { title: fresh("H ") });
    const whole = await guest(system).get(`/articles/${slug}`);
    const head = (await guest(system).send("HEAD", `/articles/${slug}`)).is(
      200,
    );
    assertEquals(head.text, "");
    assertEquals(
      head.headers.get("content-length"),
      String(new TextEncoder().encode(whole.text).length),
    );
    for (
      const [method, path] of [
        ["PATCH", "/user"],
        ["DELETE", "/articles"],
        ["POST", "/tags"],
        ["GET", "/users"],
        ["GET", `/articles/${slug}/favorite`],
      ] as const
    ) {
      const answer = (await author.api.send(method, path)).is(405);
      const allowed = (answer.headers.get("allow") ?? "").split(", ");
      assert(allowed.length > 1 && !allowed.includes(method), `${allowed}`);
    }
    const user = JSON.stringify({ user: { bio: "x" } });
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
      (await author.api.sendText("PUT", "/user", user, type)).is(415);
    }
    const spoken = "application/json; charset=utf-8";
    (await author.api.sendText("PUT", "/user", user, spoken)).is(200);
    for (const broken of ["", "{", '{"user":', "\u0000", "nul"]) {
      (await author.api.sendText("PUT", "/user", broken)).is(400);
    }
    const big = JSON.stringify({ user: { bio: "x".repeat(3_000_000) } });
    (await author.api.sendText("PUT", "/user", big)).is(413);
  },
  "many register and fail to sign in from one address": async (system) => {
    const client = one(system);
    for (let count = 0; count < 30; count++) {
      const username = fresh("many");
      const user = {
        username,
        email: `${username}@mail.example`,
        password: "1",
      };
      (await client.post("/users", { user })).is(201);
    }
    for (let count = 0; count < 30; count++) {
      const user = { email: `${fresh("no")}@mail.example`, password: "1" };
      const answer: Answer = await client.post("/users/login", { user });
      assertTold(answer, 401, { credentials: "invalid" });
    }
  },
};

/** The API as somebody who comes from where all the others of a suite come from. */
function one(system: ExampleSystem): JsonClient {
  return guest(system).with(JsonClient.ADDRESS_HEADER, ONE_ADDRESS);
}

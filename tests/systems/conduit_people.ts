/**
 * What a client expects of the Conduit API's users, tokens and profiles.
 *
 * @module
 */
import { assertEquals, assertNotEquals } from "@std/assert";
import {
  as,
  fresh,
  guest,
  profileOf,
  refused,
  register,
  write,
} from "./conduit_client.ts";
import type { ExampleSystem } from "./example_system.ts";
import type { Json } from "./json_client.ts";
import type { Scenarios } from "./system_tests.ts";

/** Users, tokens and profiles. */
export const PEOPLE_SCENARIOS: Scenarios = {
  "register, sign in, read oneself": async (system) => {
    const { username, email, password, api } = await register(system);
    const user = { email, username, bio: "", image: "" };
    const login = (await guest(system).post("/users/login", {
      user: { email, password },
    })).is(200);
    const token = login.textAt("user.token");
    assertEquals(login.body, { user: { ...user, token } });
    for (const client of [api, as(system, token)]) {
      const self = (await client.get("/user")).is(200);
      assertEquals(self.body, {
        user: { ...user, token: self.textAt("user.token") },
      });
      (await as(system, self.textAt("user.token")).get("/user")).is(200);
    }
  },
  "a wrong password and an unknown address are refused alike": async (
    system,
  ) => {
    const { email } = await register(system);
    const login = (email: string, password: string) =>
      guest(system).post("/users/login", { user: { email, password } });
    const wrong = (await login(email, "not the password")).is(401);
    const unknown = (await login("nobody@mail.example", "a password")).is(401);
    assertEquals(wrong.body, unknown.body);
  },
  "a registration without what it needs is 422": async (system) => {
    const user = () => ({
      username: fresh("u"),
      email: `${fresh("u")}@mail.example`,
      password: "long enough",
    });
    for (const field of ["username", "email", "password"] as const) {
      const { [field]: _, ...rest } = user();
      await refusesRegistration(system, { user: rest });
      for (const wrong of ["", null, 7, ["a"], { a: 1 }, true]) {
        await refusesRegistration(system, {
          user: { ...user(), [field]: wrong },
        });
      }
    }
    await refusesRegistration(system, {
      user: { ...user(), email: "no address" },
    });
    for (
      const envelope of [
        {},
        user(),
        { person: user() },
        { user: [] },
        [],
        "user",
      ]
    ) {
      await refusesRegistration(system, envelope);
    }
  },
  "a login without what it needs is 422": async (system) => {
    const { email, password } = await register(system);
    for (const user of [{ email }, { password }, { email: 1, password }, {}]) {
      refused(await guest(system).post("/users/login", { user }), 422);
    }
    refused(await guest(system).post("/users/login", { email, password }), 422);
  },
  "usernames and addresses are taken once": async (system) => {
    const taken = await register(system);
    const user = {
      username: fresh("other"),
      email: `${fresh("other")}@mail.example`,
      password: "long enough",
    };
    const { username, email } = taken;
    for (
      const same of [{ username }, { email }, { email: email.toUpperCase() }]
    ) {
      const body = { user: { ...user, ...same } };
      refused(await guest(system).post("/users", body), 409);
    }
    const other = await register(system);
    for (const same of [{ username }, { email }]) {
      refused(await other.api.put("/user", { user: same }), 409);
    }
    (await guest(system).post("/users", { user })).is(201);
  },
  "without a token that is valid, what needs one is 401": async (system) => {
    const author = await register(system);
    const slug = await write(author, { title: fresh("Guarded ") });
    const needs: readonly (readonly [string, string, Json?])[] = [
      ["GET", "/user"],
      ["PUT", "/user", { user: { bio: "x" } }],
      ["POST", `/profiles/${author.username}/follow`],
      ["DELETE", `/profiles/${author.username}/follow`],
      ["GET", "/articles/feed"],
      ["POST", "/articles", {
        article: { title: "a", description: "b", body: "c" },
      }],
      ["PUT", `/articles/${slug}`, { article: { body: "x" } }],
      ["DELETE", `/articles/${slug}`],
      ["POST", `/articles/${slug}/comments`, { comment: { body: "x" } }],
      ["DELETE", `/articles/${slug}/comments/1`],
      ["POST", `/articles/${slug}/favorite`],
      ["DELETE", `/articles/${slug}/favorite`],
    ];
    const [head = "", claims = "", signature = ""] = author.token.split(".");
    const forged = [
      `${head}.${claims}.${signature.split("").reverse().join("")}`,
      `${btoa('{"alg":"none"}').replaceAll("=", "")}.${claims}.`,
      "x",
    ].map((token) => `Token ${token}`);
    const headers = [
      ...forged,
      "Token",
      "Token ",
      `Basic ${author.token}`,
      author.token,
    ];
    for (const [method, path, body] of needs) {
      (await guest(system).send(method, path, body)).is(401);
      for (const header of headers) {
        const client = guest(system).with("authorization", header);
        (await client.send(method, path, body)).is(401);
      }
    }
    (await author.api.get(`/articles/${slug}`)).is(200);
  },
  "one changes what one likes about oneself": async (system) => {
    const { api, username, email } = await register(system);
    const put = async (change: { readonly [key: string]: Json }) => {
      const answer = (await api.put("/user", { user: change })).is(200);
      const { token: _, ...user } = answer.at("user") as Record<string, Json>;
      return user;
    };
    const bio = "Likes 🐉 and <b>";
    const image = "https://img.example/a.png";
    assertEquals(await put({ bio }), { email, username, bio, image: "" });
    assertEquals(await put({ image }), { email, username, bio, image });
    assertEquals(await put({ bio: "" }), { email, username, bio: "", image });
    const name = fresh("renamed");
    assertEquals(await put({ username: name }), {
      email,
      username: name,
      bio: "",
      image,
    });
    (await guest(system).get(`/profiles/${username}`)).is(404);
    assertEquals((await guest(system).get(`/profiles/${name}`)).is(200).body, {
      profile: { username: name, bio: "", image, following: false },
    });
    for (
      const wrong of [{ username: "" }, { email: "x" }, { bio: 7 }, {
        image: [],
      }]
    ) {
      refused(await api.put("/user", { user: wrong }), 422);
    }
    refused(await api.put("/user", { bio }), 422);
  },
  "a new password takes the place of the old one": async (system) => {
    const { api, email, password } = await register(system);
    const next = "another password";
    const changed = (await api.put("/user", { user: { password: next } })).is(
      200,
    );
    assertEquals(changed.text.includes(next), false);
    const login = (password: string) =>
      guest(system).post("/users/login", { user: { email, password } });
    (await login(password)).is(401);
    const token = (await login(next)).is(200).textAt("user.token");
    (await as(system, token).get("/user")).is(200);
    refused(await api.put("/user", { user: { password: "" } }), 422);
  },
  "profiles are seen as whoever looks follows them": async (system) => {
    const [a, b, c] = [
      await register(system),
      await register(system),
      await register(system),
    ];
    const path = `/profiles/${b.username}`;
    const seen = async (client: typeof a.api, following: boolean) =>
      assertEquals((await client.get(path)).is(200).body, {
        profile: profileOf(b, following),
      });
    for (const _twice of [1, 2]) {
      assertEquals((await a.api.post(`${path}/follow`)).is(200).body, {
        profile: profileOf(b, true),
      });
    }
    await seen(a.api, true);
    await seen(c.api, false);
    await seen(guest(system), false);
    assertEquals(
      (await b.api.get(`/profiles/${a.username}`)).is(200).at(
        "profile.following",
      ),
      false,
    );
    for (const _twice of [1, 2]) {
      assertEquals((await a.api.delete(`${path}/follow`)).is(200).body, {
        profile: profileOf(b),
      });
    }
    await seen(a.api, false);
  },
  "nobody's profile is 404": async (system) => {
    const { api } = await register(system);
    const path = `/profiles/${fresh("nobody")}`;
    refused(await guest(system).get(path), 404);
    refused(await api.post(`${path}/follow`), 404);
    refused(await api.delete(`${path}/follow`), 404);
  },
  "two people do not get the same token": async (system) => {
    const [a, b] = [await register(system), await register(system)];
    assertNotEquals(a.token, b.token);
    assertEquals((await b.api.get("/user")).at("user.username"), b.username);
  },
};

async function refusesRegistration(
  system: ExampleSystem,
  body: Json,
): Promise<void> {
  refused(await guest(system).post("/users", body), 422);
}

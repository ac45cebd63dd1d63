/**
 * What a client expects of the Conduit API's lists, of its data after a restart, and of what browsers ask first.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import {
  as,
  fresh,
  guest,
  type Person,
  profileOf,
  refused,
  register,
  slugsOf,
  write,
} from "./conduit_client.ts";
import type { ExampleSystem } from "./example_system.ts";
import type { Answer } from "./json_client.ts";
import type { Scenarios } from "./system_tests.ts";

/** Lists, persistence and CORS. */
export const LIST_SCENARIOS: Scenarios = {
  "pages are cut from the newest": async (system) => {
    const author = await register(system);
    const written = await writeMany(author, 25);
    const list = (query: string) =>
      guest(system).get(`/articles?author=${author.username}${query}`);
    const all = await list("&limit=100");
    assertNewestFirst(all);
    assertEquals(all.at("articlesCount"), 25);
    assertEquals(new Set(slugsOf(all)), new Set(written));
    const slugs = slugsOf(all);
    const first = await list("");
    assertEquals(slugsOf(first), slugs.slice(0, 20));
    assertEquals(first.at("articlesCount"), 25);
    assertEquals(slugsOf(await list("&limit=7&offset=5")), slugs.slice(5, 12));
    assertEquals(slugsOf(await list("&limit=7&offset=21")), slugs.slice(21));
    const beyond = await list("&offset=25");
    assertEquals(beyond.is(200).body, { articles: [], articlesCount: 25 });
    for (
      const wrong of [
        "limit=0",
        "limit=-1",
        "limit=x",
        "offset=-1",
        "offset=x",
        "limit=1.5",
      ]
    ) {
      refused(await list(`&${wrong}`), 422);
    }
  },
  "filters work alone and together": async (system) => {
    const [a, b, fan] = [
      await register(system),
      await register(system),
      await register(system),
    ];
    const [x, y] = [fresh("x"), fresh("y")];
    const ax = await write(a, { title: fresh("a "), tagList: [x] });
    const axy = await write(a, { title: fresh("a "), tagList: [x, y] });
    const bx = await write(b, { title: fresh("b "), tagList: [x] });
    for (const slug of [axy, bx]) {
      await fan.api.post(`/articles/${slug}/favorite`);
    }
    const expected: readonly (readonly [string, readonly string[]])[] = [
      [`tag=${x}`, [bx, axy, ax]],
      [`tag=${y}`, [axy]],
      [`author=${a.username}`, [axy, ax]],
      [`favorited=${fan.username}`, [bx, axy]],
      [`tag=${x}&author=${a.username}`, [axy, ax]],
      [`author=${a.username}&favorited=${fan.username}`, [axy]],
      [`tag=${x}&author=${b.username}&favorited=${fan.username}`, [bx]],
      [`tag=${y}&author=${b.username}`, []],
      [`tag=${fresh("none")}`, []],
      [`author=${fresh("none")}`, []],
      [`favorited=${fresh("none")}`, []],
      [`favorited=${a.username}`, []],
    ];
    for (const [query, slugs] of expected) {
      const answer = await guest(system).get(`/articles?${query}`);
      assertEquals(new Set(slugsOf(answer)), new Set(slugs), query);
      assertEquals(answer.at("articlesCount"), slugs.length, query);
      assertNewestFirst(answer);
    }
    const part = await guest(system).get(`/articles?tag=${x.slice(0, -1)}`);
    assertEquals(slugsOf(part), []);
    const seen = await fan.api.get(`/articles?author=${b.username}`);
    assertEquals(seen.at("articles.0.favorited"), true);
    assertEquals(seen.at("articles.0.favoritesCount"), 1);
  },
  "the feed is of those one follows": async (system) => {
    const [reader, followed, stranger] = [
      await register(system),
      await register(system),
      await register(system),
    ];
    const feed = (query = "") => reader.api.get(`/articles/feed${query}`);
    assertEquals((await feed()).is(200).body, {
      articles: [],
      articlesCount: 0,
    });
    const written = await writeMany(followed, 3);
    await writeMany(stranger, 2);
    await writeMany(reader, 1);
    await reader.api.post(`/profiles/${followed.username}/follow`);
    const all = await feed();
    assertEquals(new Set(slugsOf(all)), new Set(written));
    assertEquals(all.at("articlesCount"), 3);
    assertEquals(all.at("articles.0.author"), profileOf(followed, true));
    assertNewestFirst(all);
    const page = await feed("?limit=1&offset=1");
    assertEquals(slugsOf(page), slugsOf(all).slice(1, 2));
    assertEquals(page.at("articlesCount"), 3);
    await reader.api.delete(`/profiles/${followed.username}/follow`);
    assertEquals((await feed()).is(200).body, {
      articles: [],
      articlesCount: 0,
    });
    assertEquals((await stranger.api.get("/articles/feed")).at("articles"), []);
  },
  "authors are seen as whoever looks follows them": async (system) => {
    const [author, reader] = [await register(system), await register(system)];
    const slug = await write(author, { title: fresh("Seen ") });
    await reader.api.post(`/profiles/${author.username}/follow`);
    const following = async (client: typeof reader.api) =>
      (await client.get(`/articles/${slug}`)).is(200).at(
        "article.author.following",
      );
    assertEquals(await following(reader.api), true);
    assertEquals(await following(author.api), false);
    assertEquals(await following(guest(system)), false);
  },
  "an expired token is none": async (system) => {
    const { email, password } = await register(system);
    await system.restart({ ACCESS_TOKEN_SECONDS: "1" });
    const login = await guest(system).post("/users/login", {
      user: { email, password },
    });
    const api = as(system, login.is(200).textAt("user.token"));
    const end = Date.now() + 30_000;
    let answer = await api.get("/user");
    while (answer.status === 200 && Date.now() < end) {
      answer = await api.get("/user");
    }
    answer.is(401);
    await system.restart();
  },
  "nothing is lost when it stops": (system) => keepsAll(system, "restart"),
  "nothing is lost when it is killed": (system) => keepsAll(system, "crash"),
  "browsers of other origins may ask": async (system) => {
    const client = guest(system).with("origin", "https://blog.example");
    const preflight = await client
      .with("access-control-request-method", "PUT")
      .with("access-control-request-headers", "authorization,content-type")
      .send("OPTIONS", "/user");
    assert([200, 204].includes(preflight.status), `${preflight.status}`);
    const header = (answer: Answer, name: string) =>
      (answer.headers.get(`access-control-allow-${name}`) ?? "").toLowerCase();
    assertEquals(header(preflight, "origin"), "*");
    assert(header(preflight, "methods").includes("put"), preflight.text);
    assert(header(preflight, "headers").includes("authorization"));
    assertEquals(header(await client.get("/tags"), "origin"), "*");
    assertEquals(header((await client.get("/user")).is(401), "origin"), "*");
  },
};

async function writeMany(author: Person, count: number): Promise<string[]> {
  const slugs: string[] = [];
  for (let number = 1; number <= count; number++) {
    slugs.push(await write(author, { title: fresh(`Number ${number} `) }));
  }
  return slugs;
}

function assertNewestFirst(answer: Answer): void {
  const times = answer.listAt("articles").map((_, index) =>
    answer.textAt(`articles.${index}.createdAt`)
  );
  assertEquals(times, times.toSorted().reverse());
}

async function keepsAll(
  system: ExampleSystem,
  end: "restart" | "crash",
): Promise<void> {
  const [author, reader] = [await register(system), await register(system)];
  const slug = await write(author, {
    title: fresh("Kept "),
    tagList: ["b", "a"],
  });
  const path = `/articles/${slug}`;
  (await reader.api.post(`${path}/favorite`)).is(200);
  (await reader.api.post(`/profiles/${author.username}/follow`)).is(200);
  (await reader.api.post(`${path}/comments`, { comment: { body: "Kept" } })).is(
    200,
  );
  const look = async () => {
    const api = as(system, reader.token);
    const paths = [path, `${path}/comments`, "/articles/feed", "/user"];
    const answers = await Promise.all(paths.map((path) => api.get(path)));
    return answers.map((answer) => {
      const body = answer.is(200).body;
      return answer.request.endsWith("/user") ? answer.at("user.email") : body;
    });
  };
  const before = await look();
  await system[end]();
  assertEquals(await look(), before);
}

/**
 * What a client of the Conduit API knows: how to register, and what the bodies look like, whole.
 *
 * @module
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { assertTold } from "./conduit_errors.ts";
import type { ExampleSystem } from "./example_system.ts";
import type { Answer, Json, JsonClient } from "./json_client.ts";

/** Somebody who has registered. */
export interface Person {
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
  /** The API as they use it. */
  readonly api: JsonClient;
}

/** The API for somebody who has not signed in. */
export function guest(system: ExampleSystem): JsonClient {
  return system.client().at("/api");
}

/** Registers somebody nobody has heard of. */
export async function register(
  system: ExampleSystem,
  name = "someone",
): Promise<Person> {
  const username = fresh(name);
  const email = `${username}@mail.example`;
  const password = `password of ${username}`;
  const body = { user: { username, email, password } };
  const answer = (await guest(system).post("/users", body)).is(201);
  const token = answer.textAt("user.token");
  const user = { email, token, username, bio: "", image: "" };
  assertEquals(answer.body, { user });
  return { username, email, password, token, api: as(system, token) };
}

/** The API for whoever has a token. */
export function as(system: ExampleSystem, token: string): JsonClient {
  return guest(system).with("authorization", `Token ${token}`);
}

/** A name that nobody has used. */
export function fresh(name: string): string {
  return `${name}${crypto.randomUUID().slice(0, 8)}`;
}

/** The profile of somebody who has told nothing about themselves. */
export function profileOf(
  { username }: Pick<Person, "username">,
  following = false,
): Json {
  return { username, bio: "", image: "", following };
}

/** What an article is made of. */
export interface Draft {
  readonly title: string;
  readonly description?: string;
  readonly body?: string;
  readonly tagList?: readonly string[];
}

/** Writes an article and checks the whole answer; gives its slug. */
export async function write(author: Person, draft: Draft): Promise<string> {
  const { tagList, ...texts } = draft;
  const article = { description: "About it.", body: "All of it.", ...texts };
  const sent = tagList === undefined ? article : { ...article, tagList };
  const answer = (await author.api.post("/articles", { article: sent })).is(
    201,
  );
  const slug = answer.textAt("article.slug");
  assertMatch(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  assertEquals(answer.body, {
    article: {
      ...articleTimes(answer, "article"),
      slug,
      ...article,
      tagList: [...new Set(tagList)].sort(),
      favorited: false,
      favoritesCount: 0,
      author: profileOf(author),
    },
  });
  return slug;
}

/** The times of what stands at a path, checked for their form. */
export function articleTimes(
  answer: Answer,
  path: string,
): { createdAt: string; updatedAt: string } {
  const createdAt = answer.textAt(`${path}.createdAt`);
  const updatedAt = answer.textAt(`${path}.updatedAt`);
  assertMatch(createdAt, TIMESTAMP);
  assertMatch(updatedAt, TIMESTAMP);
  assert(createdAt <= updatedAt, `${createdAt} is after ${updatedAt}`);
  return { createdAt, updatedAt };
}

/** The slugs of a list of articles, in order. */
export function slugsOf(answer: Answer): string[] {
  return answer.is(200).listAt("articles").map((_, index) =>
    answer.textAt(`articles.${index}.slug`)
  );
}

/** Fails unless an answer is a refusal with the errors of the specification and nothing else. */
export function refused(answer: Answer, status: number): void {
  assertTold(answer, status, {});
}

const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

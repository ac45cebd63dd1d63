import { assertEquals, assertStringIncludes } from "@std/assert";
import { conduitMatcher } from "./conduit_suite.ts";
import type { Exchange } from "./recording_proxy.ts";

const matches = await conduitMatcher();

const PROFILE = { username: "a", bio: "", image: "", following: false };
const ARTICLE = {
  slug: "a",
  title: "A",
  description: "",
  body: "",
  tagList: ["x"],
  createdAt: "2026-02-05T10:00:00.000Z",
  updatedAt: "2026-02-05T10:00:00.000Z",
  favorited: false,
  favoritesCount: 0,
  author: PROFILE,
};
const ERROR = { errors: { body: ["no"] } };

function answer(
  request: string,
  status: number,
  body: unknown,
  contentType = "application/json; charset=utf-8",
): Exchange {
  const [method = "", target = ""] = request.split(" ");
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { method, target, status, contentType, body: text };
}

Deno.test("openapiMatcher() accepts what the document promises", () => {
  for (
    const exchange of [
      answer("GET /api/tags", 200, { tags: [] }),
      answer("GET /api/articles/a-b", 200, { article: ARTICLE }),
      answer("GET /api/articles/feed?limit=1", 200, {
        articles: [ARTICLE],
        articlesCount: 1,
      }),
      answer("DELETE /api/articles/a-b", 204, "", ""),
      answer("POST /api/users", 422, ERROR),
      answer("POST /api/users/login", 401, "", ""),
      answer("GET /api/user", 401, ERROR),
      // Not listed, yet what errors look like.
      answer("GET /api/articles/none", 404, ERROR),
      answer("DELETE /api/articles/a", 403, ERROR),
    ]
  ) assertEquals(matches(exchange), []);
});

/** What was doctored, and what has to be said about it. */
const DOCTORED: readonly (readonly [Exchange, string])[] = [
  [answer("GET /api/tags", 200, {}), "must have required property 'tags'"],
  [answer("GET /api/tags", 200, { tags: [1] }), "body/tags/0 must be string"],
  [answer("GET /api/tags", 200, "{"), "no JSON"],
  [answer("GET /api/tags", 200, ""), "no JSON"],
  [answer("GET /api/tags", 200, { tags: [] }, "text/html"), "content type"],
  [
    answer("GET /api/tags", 200, { tags: [] }, "application/json5"),
    "content type",
  ],
  [answer("GET /api/tags", 500, ERROR), "does not list"],
  [answer("GET /api/tags", 201, { tags: [] }), "does not list"],
  [answer("GET /tags", 200, { tags: [] }), "outside"],
  [answer("GET /api/tags/x", 200, { tags: [] }), "no such operation"],
  [answer("PATCH /api/user", 200, {}), "no such operation"],
  [answer("GET /api/articles/x", 404, { title: "Not Found" }), "'errors'"],
  [
    answer("GET /api/articles/x", 404, ERROR, "application/problem+json"),
    "content type",
  ],
  [
    answer("POST /api/users", 422, { errors: { email: ["no"] } }),
    "'body'",
  ],
  [
    answer("POST /api/users", 422, { errors: { body: "no" } }),
    "must be array",
  ],
  [answer("DELETE /api/articles/a", 204, "{}"), "wanted none"],
  [
    answer("GET /api/articles/a", 200, {
      article: { ...ARTICLE, createdAt: "yesterday" },
    }),
    'must match format "date-time"',
  ],
  [
    answer("GET /api/articles/a", 200, {
      article: { ...ARTICLE, createdAt: "2026-02-30T10:00:00Z" },
    }),
    'must match format "date-time"',
  ],
  [
    answer("GET /api/articles/a", 200, {
      article: { ...ARTICLE, author: { ...PROFILE, image: null } },
    }),
    "body/article/author/image must be string",
  ],
  [
    answer("GET /api/articles", 200, {
      articles: [{ ...ARTICLE, favoritesCount: "0" }],
      articlesCount: 1,
    }),
    "body/articles/0/favoritesCount must be integer",
  ],
  // The feed is no article of the name "feed".
  [answer("GET /api/articles/feed", 200, { article: ARTICLE }), "'articles'"],
];

for (const [exchange, said] of DOCTORED) {
  const { method, target, status } = exchange;
  Deno.test(`openapiMatcher() sees ${method} ${target} ${status}: ${said}`, () => {
    assertStringIncludes(matches(exchange).join("; "), said);
  });
}

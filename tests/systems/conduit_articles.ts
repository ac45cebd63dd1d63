/**
 * What a client expects of the Conduit API's articles, comments, favourites and tags.
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
  refused,
  register,
  slugsOf,
  write,
} from "./conduit_client.ts";
import type { Json } from "./json_client.ts";
import type { Scenarios } from "./system_tests.ts";

/** Articles, by themselves. */
export const ARTICLE_SCENARIOS: Scenarios = {
  "an article is read as it was written, in its list too": async (system) => {
    const author = await register(system);
    const title = fresh("Über Dragons & Co ");
    const slug = await write(author, {
      title,
      description: "Ever wonder?",
      body: "# Yes\n\n<script>alert(1)</script> 🐉",
      tagList: ["zebra", "ape", "zebra"],
    });
    const one = (await guest(system).get(`/articles/${slug}`)).is(200);
    const article = {
      slug,
      title,
      description: "Ever wonder?",
      body: "# Yes\n\n<script>alert(1)</script> 🐉",
      tagList: ["ape", "zebra"], // as the public suite wants tags: in order, each once
      ...articleTimes(one, "article"),
      favorited: false,
      favoritesCount: 0,
      author: profileOf(author),
    };
    assertEquals(one.body, { article });
    const list = await guest(system).get(`/articles?author=${author.username}`);
    const listed = list.is(200).at("articles.0") as Record<string, Json>;
    // The list leaves out the body of its articles, and nothing else.
    const { body: _, ...short } = article;
    assertEquals<Json>(listed, short);
    assertEquals(list.at("articlesCount"), 1);
  },
  "an article without what it needs is 422": async (system) => {
    const { api } = await register(system);
    const article = { title: "A title", description: "About", body: "Text" };
    const refuse = async (body: Json) =>
      refused(await api.post("/articles", body), 422);
    for (const field of ["title", "description", "body"] as const) {
      const { [field]: _, ...rest } = article;
      await refuse({ article: rest });
      for (const wrong of ["", null, 7, ["a"], { a: 1 }]) {
        await refuse({ article: { ...article, [field]: wrong } });
      }
    }
    for (const tagList of ["a", 7, [7], [null], { a: 1 }]) {
      await refuse({ article: { ...article, tagList } });
    }
    for (
      const envelope of [
        {},
        article,
        { articles: article },
        { article: "a" },
        [],
      ]
    ) {
      await refuse(envelope);
    }
    refused(await api.sendText("POST", "/articles", '{"article":'), 400);
  },
  "a slug follows the title, and no two are the same": async (system) => {
    const author = await register(system);
    const title = fresh("How to train your dragon ");
    const first = await write(author, { title });
    assertEquals(first, title.toLowerCase().replaceAll(" ", "-"));
    const second = await write(author, { title });
    assertNotEquals(second, first);
    assert(second.startsWith(`${first}-`), second);
    const renamed = fresh("How to lose it ");
    const put = (slug: string, article: Json) =>
      author.api.put(`/articles/${slug}`, { article });
    const changed = (await put(first, { title: renamed })).is(200);
    const next = renamed.toLowerCase().replaceAll(" ", "-");
    assertEquals(changed.at("article.slug"), next);
    refused(await guest(system).get(`/articles/${first}`), 404);
    assertEquals(
      (await guest(system).get(`/articles/${next}`)).is(200).at(
        "article.title",
      ),
      renamed,
    );
    // Whoever has the title already keeps the slug.
    const clash = (await put(second, { title: renamed })).is(200);
    assertNotEquals(clash.at("article.slug"), next);
    const same = (await put(next, { title: renamed, body: "x" })).is(200);
    assertEquals(same.at("article.slug"), next);
  },
  "an update changes what it names": async (system) => {
    const author = await register(system);
    const slug = await write(author, {
      title: fresh("Before "),
      tagList: ["a", "b"],
    });
    const path = `/articles/${slug}`;
    const before = (await guest(system).get(path)).is(200);
    const put = (article: Json) => author.api.put(path, { article });
    const changed = (await put({ body: "With two hands" })).is(200);
    const { updatedAt, createdAt } = articleTimes(changed, "article");
    assertEquals(changed.body, {
      article: {
        ...before.at("article") as Record<string, Json>,
        body: "With two hands",
        updatedAt,
      },
    });
    assertEquals(createdAt, before.at("article.createdAt"));
    assert(updatedAt >= before.textAt("article.updatedAt"));
    assertEquals(
      (await put({ tagList: ["c"] })).is(200).at("article.tagList"),
      ["c"],
    );
    assertEquals(
      (await put({ tagList: [] })).is(200).at("article.tagList"),
      [],
    );
    for (
      const wrong of [{ title: "" }, { body: 7 }, { description: null }, {
        tagList: "a",
      }]
    ) {
      refused(await put(wrong), 422);
    }
    refused(await author.api.put(path, { body: "bare" }), 422);
  },
  "only the author changes and deletes": async (system) => {
    const [author, other] = [await register(system), await register(system)];
    const slug = await write(author, { title: fresh("Mine ") });
    const path = `/articles/${slug}`;
    refused(await other.api.put(path, { article: { body: "Theirs" } }), 403);
    refused(await other.api.delete(path), 403);
    assertEquals(
      (await guest(system).get(path)).at("article.body"),
      "All of it.",
    );
    const gone = (await author.api.delete(path)).is(204);
    assertEquals(gone.text, "");
    refused(await guest(system).get(path), 404);
  },
  "what is not there is 404": async (system) => {
    const { api } = await register(system);
    const path = `/articles/${fresh("none-")}`;
    refused(await guest(system).get(path), 404);
    refused(await guest(system).get(`${path}/comments`), 404);
    refused(await api.put(path, { article: { body: "x" } }), 404);
    refused(await api.delete(path), 404);
    refused(
      await api.post(`${path}/comments`, { comment: { body: "x" } }),
      404,
    );
    refused(await api.post(`${path}/favorite`), 404);
    refused(await api.delete(`${path}/favorite`), 404);
    refused(await api.get("/nothing"), 404);
  },
  "comments come whole, with numbers": async (system) => {
    const [author, reader] = [await register(system), await register(system)];
    const slug = await write(author, { title: fresh("Talk ") });
    const path = `/articles/${slug}/comments`;
    const added: Json[] = [];
    for (const body of ["First!", "Second 🐉"]) {
      const answer = (await reader.api.post(path, { comment: { body } })).is(
        200,
      );
      const id = answer.at("comment.id");
      assert(Number.isInteger(id), answer.text);
      const times = articleTimes(answer, "comment");
      const comment = { id, ...times, body, author: profileOf(reader) };
      assertEquals(answer.body, { comment });
      added.push(comment);
    }
    const ids = added.map((comment) => (comment as { id: number }).id);
    assertEquals(new Set(ids).size, 2);
    const listed = (await guest(system).get(path)).is(200);
    assertEquals(sorted(listed.listAt("comments")), sorted(added));
    assertEquals(
      Object.keys(listed.body as Record<string, Json>).includes("comments"),
      true,
    );
    for (const wrong of [{}, { body: "" }, { body: 7 }, { body: null }]) {
      refused(await reader.api.post(path, { comment: wrong }), 422);
    }
    refused(await reader.api.post(path, { body: "bare" }), 422);
  },
  "only whoever wrote a comment deletes it": async (system) => {
    const [author, reader, other] = [
      await register(system),
      await register(system),
      await register(system),
    ];
    const slug = await write(author, { title: fresh("Talk ") });
    const elsewhere = await write(author, { title: fresh("Silence ") });
    const path = `/articles/${slug}/comments`;
    const comment = { body: "Mine" };
    const id = (await reader.api.post(path, { comment })).is(200).at(
      "comment.id",
    );
    refused(await other.api.delete(`${path}/${id}`), 403);
    refused(
      await reader.api.delete(`/articles/${elsewhere}/comments/${id}`),
      404,
    );
    refused(await reader.api.delete(`${path}/999999999`), 404);
    refused(await reader.api.delete(`${path}/none`), 404);
    (await reader.api.delete(`${path}/${id}`)).is(204);
    refused(await reader.api.delete(`${path}/${id}`), 404);
    assertEquals((await guest(system).get(path)).is(200).at("comments"), []);
  },
  "favourites count everybody once": async (system) => {
    const [author, a, b] = [
      await register(system),
      await register(system),
      await register(system),
    ];
    const slug = await write(author, { title: fresh("Liked ") });
    const path = `/articles/${slug}`;
    const seen = async (by: Person | undefined) => {
      const answer = (await (by?.api ?? guest(system)).get(path)).is(200);
      return [
        answer.at("article.favorited"),
        answer.at("article.favoritesCount"),
      ];
    };
    for (const _twice of [1, 2]) {
      const answer = (await a.api.post(`${path}/favorite`)).is(200);
      assertEquals(answer.at("article.favorited"), true);
      assertEquals(answer.at("article.favoritesCount"), 1);
      assertEquals(answer.at("article.slug"), slug);
    }
    await Promise.all([1, 2, 3, 4].map(() => b.api.post(`${path}/favorite`)));
    assertEquals(await seen(a), [true, 2]);
    assertEquals(await seen(b), [true, 2]);
    assertEquals(await seen(author), [false, 2]);
    assertEquals(await seen(undefined), [false, 2]);
    for (const _twice of [1, 2]) {
      const answer = (await a.api.delete(`${path}/favorite`)).is(200);
      assertEquals(answer.at("article.favorited"), false);
      assertEquals(answer.at("article.favoritesCount"), 1);
    }
    assertEquals(await seen(b), [true, 1]);
  },
  "what goes with an article goes": async (system) => {
    const [author, reader] = [await register(system), await register(system)];
    const slug = await write(author, {
      title: fresh("Gone "),
      tagList: [fresh("t")],
    });
    const path = `/articles/${slug}`;
    await reader.api.post(`${path}/comments`, { comment: { body: "Bye" } });
    await reader.api.post(`${path}/favorite`);
    (await author.api.delete(path)).is(204);
    refused(await guest(system).get(`${path}/comments`), 404);
    const liked = await guest(system).get(
      `/articles?favorited=${reader.username}`,
    );
    assertEquals(liked.is(200).body, { articles: [], articlesCount: 0 });
  },
  "tags are those of articles, each once": async (system) => {
    const author = await register(system);
    const [a, b] = [fresh("tag"), fresh("tag")];
    await write(author, { title: fresh("T "), tagList: [a, b] });
    const slug = await write(author, { title: fresh("T "), tagList: [b] });
    const tags = (await guest(system).get("/tags")).is(200);
    assertEquals(tags.body, { tags: tags.listAt("tags") });
    const own = () =>
      tags.listAt("tags").filter((tag) => tag === a || tag === b);
    assertEquals(sorted(own()), sorted([a, b]));
    const found = slugsOf(await guest(system).get(`/articles?tag=${b}`));
    assertEquals(found.includes(slug), true);
  },
};

/** In an order of our own, for lists whose order nobody promises. */
function sorted(list: readonly Json[]): readonly Json[] {
  return list.toSorted((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
  );
}

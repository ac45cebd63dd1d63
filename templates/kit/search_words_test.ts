import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  type Article,
  article,
  ARTICLE_SPEC,
  type ArticlesUnderTest,
  memoryArticles,
  postgresArticles,
  sqliteArticles,
} from "./example_articles.ts";
import { parseListQuery } from "./list_query.ts";
import { composePostgresList } from "./postgres_list.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { searchWords } from "./search_words.ts";
import { composeList } from "./sqlite_list.ts";
import { checkTable } from "./table_conformance.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

Deno.test("searchWords() folds case, diacritics and compatible characters", () => {
  assertEquals(searchWords("Crème brûlée, CRÈME; ﬁne Straße ½"), [
    "creme",
    "brulee",
    "fine",
    "strasse",
    "1",
    "2",
  ]);
  assertEquals(searchWords(`" * - OR ... (`), ["or"]);
  assertEquals(searchWords("…\0\ud800 \u0301"), []);
});

Deno.test("searchWords() makes the same words of its words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const words = searchWords(text);
      assertEquals(searchWords(words.join(" ")), words);
    }),
    { numRuns: 2000 },
  );
});

Deno.test("searchWords() makes the same word of the word of any letter", () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const text = String.fromCodePoint(code);
    const [word] = searchWords(text);
    if (word === undefined) continue;
    const [again] = searchWords(word);
    if (again !== word) assertEquals([text, again], [text, word]);
  }
});

Deno.test("searchWords() has bounds", () => {
  assertEquals(searchWords("é".repeat(500)), ["e".repeat(64)]);
  assertEquals(searchWords("𐐨".repeat(500)), ["𐐨".repeat(64)]);
  const many = Array.from({ length: 100_000 }, (_, n) => `w${n + 100_000}`);
  const words = searchWords(many.join(" "));
  assertEquals(words, many.slice(0, Math.floor(200_000 / 7)));
});

Deno.test("q has 1 to 8 words", () => {
  const parse = (q: string) =>
    parseListQuery(ARTICLE_SPEC, new URLSearchParams({ q }));
  assert(parse("").ok);
  assert(parse("a b c d e f g h").ok);
  for (const q of ["...", " ", "a b c d e f g h i"]) {
    const query = parse(q);
    assertEquals(query.ok ? [] : query.problem.errors, [
      { path: "q", message: "must have 1 to 8 words" },
    ]);
  }
});

Deno.test("MemoryTable passes checkTable() with words", () =>
  checkTable<Article>(memoryArticles));

Deno.test("SqliteTable passes checkTable() with words", () =>
  checkTable<Article>(sqliteArticles));

Deno.test("SqliteTable finds words by their index", async () => {
  const articles = sqliteArticles();
  const { sql, values } = composeList(ARTICLE_SPEC, "SELECT * FROM articles", {
    limit: 5,
    sort: [],
    filters: [],
    search: "some words",
  });
  const plan = articles.database.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values).map(({ detail }) => String(detail)).join("; ");
  assert(plan.includes("SCAN _articles_words VIRTUAL TABLE INDEX 0:M"), plan);
  assert(plan.includes("SEARCH articles USING INDEX"), plan);
  await articles.dispose();
});

Deno.test("MemoryTable and SqliteTable find the same words", () =>
  findAlike(sqliteArticles(), 200));

await testWithPostgres("PostgresTable", async (t, url) => {
  await t.step(
    "passes checkTable() with words",
    () => checkTable<Article>(() => freshArticles(url)),
  );
  await t.step("finds words by their index", async () => {
    const articles = await freshArticles(url);
    await articles.execute({ kind: "insert", entity: article() });
    const query = { limit: 5, sort: [], filters: [], search: "some words" };
    const { sql, values } = composePostgresList(
      ARTICLE_SPEC,
      "SELECT * FROM articles",
      query,
    );
    // With a row or two, reading them all is what a planner does, whatever index there is.
    const plan = await articles.database.transaction(async (session) => {
      await session.exec("SET LOCAL enable_seqscan = off");
      await session.exec("SET LOCAL enable_indexscan = off");
      return await session.query(`EXPLAIN ${sql}`, values);
    });
    const text = plan.map((row) => String(row["QUERY PLAN"])).join("\n");
    assert(text.includes("Bitmap Index Scan on articles_words"), text);
    await articles.dispose();
  });
  await t.step(
    "finds the same words as MemoryTable",
    async () => findAlike(await freshArticles(url), 60),
  );
});

async function freshArticles(url: string) {
  const schema = await openTestSchema(url);
  const articles = await postgresArticles(schema.url);
  return {
    ...articles,
    dispose: async () => {
      await articles.dispose();
      await schema[Symbol.asyncDispose]();
    },
  };
}

async function findAlike(
  other: ArticlesUnderTest,
  numRuns: number,
): Promise<void> {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }).filter(isStorable),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 6 })
      .map((pieces) => pieces.join("")),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 6 }), text, async (all, q) => {
      const memory = memoryArticles();
      const ids: string[] = [];
      for (const [n, title] of all.entries()) {
        const entity = article({ title, body: all[n + 1] ?? null }, n);
        ids.push(entity.id);
        await memory.execute({ kind: "insert", entity });
        await other.execute({ kind: "insert", entity });
      }
      const list = {
        kind: "list",
        query: { limit: 20, sort: [], filters: [], search: q },
      } as const;
      assertEquals(await other.execute(list), await memory.execute(list));
      const now = article().updatedAt;
      for (const id of ids) await other.execute({ kind: "delete", id, now });
    }),
    { numRuns },
  );
  await other.dispose();
}

function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

const PIECES = [
  ..."aAàÀbß ﬀ'\"*-:()&|!<>\\^Σσς東ÅÅ",
  " ",
  "OR",
  "NEAR",
  "\u0301",
];

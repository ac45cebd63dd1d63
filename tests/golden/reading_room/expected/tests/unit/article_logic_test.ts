/**
 * The controller of articles asks the logic of its own, and holds its answers to the rules.
 *
 * What the blueprint's logic means is for its author to test: here other logic stands in its place.
 *
 * @module
 */
import assert from "node:assert/strict";
import { ArticleController } from "../../components/article_controller.ts";
import { benchComponent, standalone } from "../../kit/component_bench.ts";
import type { EntityLogic } from "../../kit/entity_logic.ts";
import type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";
import { logicTrials } from "../../kit/logic_trials.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryTable } from "../../kit/memory_table.ts";
import type { StoreCommand } from "../../kit/store_command.ts";
import { ARTICLE_LOGIC } from "../../logic/article_logic.ts";
import { SYSTEM_LOGIC } from "../../logic/system_logic.ts";
import { type Article, ARTICLE_SPEC } from "../../models/article.ts";

/** Runs the controller with some logic between the test and a table in memory. */
async function start(logic: EntityLogic<Article>) {
  const table = new MemoryTable<Article>(
    standalone(ARTICLE_SPEC),
    new MemoryDatabase(),
  );
  const bench = await benchComponent(
    new ArticleController("article_controller", { logic }),
    {
      store_operation: (command: StoreCommand<Article>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<Article>>("process_request", request),
    put: (entity: Article) =>
      Promise.resolve(table.execute({ kind: "update", entity, version: 1 })),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("the system has the logic of articles", () => {
  assert.equal(SYSTEM_LOGIC.article, ARTICLE_LOGIC);
});

const TRIALS = logicTrials<Article>({
  body: {
    title: "Some title",
    authorId: "01890a5d-ac96-774b-bcce-b302099a8057",
  },
  change: { title: "Changed" },
  guards: [{ action: "publish", from: {}, body: { status: "published" } }],
  actions: [{
    action: "retract",
    from: { status: "published" },
    body: { status: "draft" },
  }],
  hooks: ["beforeCreate", "beforeUpdate", "beforeDelete", "afterUpdate"],
});

for (const { title, run } of TRIALS) {
  Deno.test(`ArticleController ${title}`, () => run(start));
}

/**
 * What the examples of the blueprint say of the logic of articles.
 *
 * @module
 */
import { logicComputation } from "../../kit/computed_logic.ts";
import {
  type ExampleGround,
  expectChangeRefusal,
  expectComputed,
  expectRefusal,
} from "../../kit/logic_examples.ts";
import {
  ARTICLE_LOGIC,
  ARTICLE_LOGIC_FIELDS,
} from "../../logic/article_logic.ts";
import { type Article, ARTICLE_SPEC } from "../../models/article.ts";

/** What an example does not give; ids, times and who asks are others each time. */
const GROUND: ExampleGround<Article> = {
  spec: ARTICLE_SPEC,
  sample: {
    id: "01890a5d-ac96-774b-bcce-b302099a8057",
    createdAt: "2030-01-01T00:00:00.000Z",
    updatedAt: "2030-01-01T00:00:00.000Z",
    title: "Some title",
    body: "Some body",
    status: "draft",
    edits: 0,
    readingMinutes: 1,
    teaser: null,
    authorId: "01890a5d-ac96-774b-bcce-b302099a8057",
  },
  links: ["authorId"],
  users: { role: "member" },
};

const compute = logicComputation(ARTICLE_SPEC, ARTICLE_LOGIC_FIELDS);

Deno.test('computeReadingMinutes gives 0 for an article with {"body":""}', () =>
  expectComputed(GROUND, compute, {
    given: { body: "" },
    field: "readingMinutes",
    gives: 0,
  }));

Deno.test('computeReadingMinutes gives 1 for an article with {"body":"One or two words"}', () =>
  expectComputed(GROUND, compute, {
    given: { body: "One or two words" },
    field: "readingMinutes",
    gives: 1,
  }));

Deno.test('guardPublish refuses an article with {"body":" "}', () =>
  expectRefusal(GROUND, ARTICLE_LOGIC.guards?.["publish"], {
    operations: ["publish", "patch", "replace"],
    given: { body: " " },
    refuses: true,
  }));

Deno.test('guardPublish lets pass an article with {"body":"A word"}', () =>
  expectRefusal(GROUND, ARTICLE_LOGIC.guards?.["publish"], {
    operations: ["publish", "patch", "replace"],
    given: { body: "A word" },
    refuses: false,
  }));

Deno.test('applyRetract refuses an article with {"title":"Retracted: Calm"}', () =>
  expectChangeRefusal(GROUND, ARTICLE_LOGIC.actions?.["retract"], {
    operations: ["retract"],
    from: { status: "published" },
    set: { status: "draft" },
    given: { title: "Retracted: Calm" },
    refuses: true,
  }));

Deno.test('applyRetract lets pass an article with {"title":"Calm"}', () =>
  expectChangeRefusal(GROUND, ARTICLE_LOGIC.actions?.["retract"], {
    operations: ["retract"],
    from: { status: "published" },
    set: { status: "draft" },
    given: { title: "Calm" },
    refuses: false,
  }));

Deno.test('beforeCreate refuses an article with {"title":"LOUD"}', () =>
  expectRefusal(GROUND, ARTICLE_LOGIC.beforeCreate, {
    operations: ["create"],
    given: { title: "LOUD" },
    refuses: true,
  }));

Deno.test('beforeCreate lets pass an article with {"title":" Calm"}', () =>
  expectRefusal(GROUND, ARTICLE_LOGIC.beforeCreate, {
    operations: ["create"],
    given: { title: " Calm" },
    refuses: false,
  }));

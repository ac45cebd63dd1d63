import { assert, assertEquals } from "@std/assert";
import type { Blueprint } from "./blueprint.ts";
import { refersTo } from "./check_requirements.ts";

const BLUEPRINT: Blueprint = {
  schema: "autocoder/v1",
  system: "blog",
  store: { engine: "memory" },
  entities: {
    post: {
      fields: {
        title: { type: "string", required: true, maxLength: 5 },
        done: { type: "boolean", default: false, unique: false },
      },
      relations: { author: { belongsTo: "user" } },
      operations: ["list", "get"],
      actions: { publish: { set: { done: true } } },
    },
    user: { fields: { name: { type: "string" } } },
  },
  endpoints: { quote: { path: "/quote", run: "return {};" } },
};

Deno.test("refersTo() follows references to all parts", () => {
  for (
    const reference of [
      "http",
      "http.port",
      "store.memory",
      "post",
      "post.list",
      "not post.delete",
      "post.publish",
      "post.title",
      "post.title.required",
      "post.title.maxLength",
      "post.done.default",
      "post.author",
      "user.delete",
      "endpoints.quote",
    ]
  ) assert(refersTo(reference, BLUEPRINT), reference);
});

Deno.test("refersTo() takes nothing that is not there", () => {
  const bad = [
    "",
    "not ",
    "not post",
    "not post.list",
    "not post.publish",
    "not user.delete",
    "store",
    "store.sqlite",
    "http.host",
    "pst",
    "post.delete",
    "post.title.min",
    "post.title.unique",
    "post.done.unique",
    "post.done.required",
    "post.list.x",
    "post.title.required.x",
    "post.constructor",
    "endpoints",
    "endpoints.quot",
    "endpoints.quote.path",
    "endpoints.constructor",
    "not endpoints.quote",
    "constructor",
    "__proto__.x",
    "post.title.constructor",
  ];
  assertEquals(bad.filter((reference) => refersTo(reference, BLUEPRINT)), []);
});

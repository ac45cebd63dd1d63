import { assertEquals, assertExists, assertStringIncludes } from "@std/assert";
import { compileBlueprint } from "./compile_blueprint.ts";
import { writeExpanded } from "./write_expanded.ts";

Deno.test("writeExpanded() says all of a model: it gives the same model again, with nothing assumed", () => {
  for (const text of EXAMPLES) {
    const { model } = compileBlueprint(text);
    assertExists(model);
    const again = compileBlueprint(writeExpanded(model));
    assertEquals(again.diagnostics, []);
    assertEquals(again.model, model);
  }
});

Deno.test("writeExpanded() writes wiring out", () => {
  const { model } = compileBlueprint(EXAMPLES[1] ?? "");
  assertExists(model);
  assertStringIncludes(
    writeExpanded(model),
    "      - { source: task_requests, target: task_controller.process_request, bufferSize: 100, type: request_reply }\n",
  );
});

const EXAMPLES = [
  `
system: notes
http: { idempotency: { keep: 90m, required: true } }
users: { roles: [member, editor], passwordLength: 12, tries: { registration: { requests: 5, per: 1d }, account: { requests: 3 } } }
api:
  basePath: /api/v1
  envelope: named
  errors: fields
  authorization: Token
  unknownFields: ignore
  paging: { style: offset, limit: 20, most: 100, above: cut }
  cors: { origins: ["https://example.com", "*"] }
  account: { name: me, login: /sign-in, method: PUT, setsPassword: true, shows: [email, { accessToken: token }] }
  resources:
    person: { entity: user, key: email, shows: [email, following], operations: [get, patch], methods: { patch: PUT } }
    note:
      shows: [id, title, liked, likes, { writer: person }, { remarks: remark }, { weight: sum(remark.weight) }, { size: count(remark) }, { people: person }, similar]
      listsOmit: [title, remarks]
      filters: { by: writer.email, likedBy: like.email, title: title, about: people.email }
      lists:
        feed: { marked: writer.follow }
        mine: { own: writer, where: { done: true } }
        liked: { marked: like }
      statuses: { create: 200, patch: 202 }
    remark: { under: note, paged: false, path: /says, shows: [id, text, { heavy: weight }] }
    topic: { values: note.title }
entities:
  user:
    fields: { email: { type: email, required: true, unique: true } }
    marks: { follow: { field: following, by: follower, of: followed } }
    access: { read: everyone, write: owner }
  note:
    fields: { title: { type: string, required: true }, done: { type: boolean, default: false } }
    relations: { writer: { belongsTo: user }, people: { manyToMany: user }, similar: { manyToMany: note } }
    marks: { like: { field: liked, count: likes } }
    owner: writer
    access: { read: everyone, create: users, write: owner, like: editor }
  remark:
    fields: { text: { type: text }, weight: { type: integer } }
    relations: { note: { belongsTo: note, onDelete: cascade } }
    access: { read: everyone, create: users }
`,
  "system: tasks\nentities: { task: { bulk: [patch, create], bulkLimit: 7, fields: { title: { type: string } } } }\n",
  `
system: shop
description: |
  A shop: "small",
  but ours
http: { port: 9000 }
store: { engine: memory, durability: normal }
entities:
  metric: { fields: { version: { type: integer, min: 1, max: 5 } }, operations: [list, get] }
  order:
    plural: purchases
    key: slug
    fields:
      state: { type: enum, values: [open, "yes", "a, b"], default: open }
      slug: { type: slug, from: code, maxLength: 50 }
      price: { type: decimal, scale: 3, required: true }
      code: { type: string, unique: true, pattern: "[A-Z]{3}-\\\\d+", minLength: 3 }
    relations:
      metric: { belongsTo: metric, required: false, onDelete: clear }
      part: { belongsTo: order, required: false, unique: true }
      copy: { belongsTo: order, required: false, cycles: allowed }
    unique: [[metric, state], [price, state]]
    indexes: [[metric, createdAt], [state]]
    actions:
      payNow: { set: { state: "yes" }, when: { state: [open, "a, b"] } }
      take: { set: { state: open }, guard: { behavior: Only by hand. }, run: "return { price: 1 };", examples: [{ given: { price: 2 }, refuses: false }] }
      send: { set: { state: open }, behavior: It sends. }
      keep: { set: { state: open }, file: ./logic/keeping.ts }
requirements:
  - { text: "Orders: all of them", covers: [order, "not metric.create"] }
`,
  `
components:
  api_gateway:
    bindings:
      - { source: requests, target: task_controller.requests }
  task_controller:
    bindings:
      - { source: commands, target: task_store.commands }
      - { source: responses, target: api_gateway.responses }
  task_store:
    bindings:
      - { source: results, target: task_controller.results }
`,
];

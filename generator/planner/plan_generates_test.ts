import { assert, assertEquals, assertExists } from "@std/assert";
import { writeBlueprint } from "../blueprint/write_blueprint.ts";
import { generateFiles } from "../generate.ts";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { plan } from "./plan.ts";

/** What the product promises to reach of plain words, each in several wordings. */
const PHRASES: Readonly<Record<string, readonly string[]>> = {
  relation: [
    "Each post belongs to a user.",
    "Every post is owned by a user.",
    "Posts belong to users.",
  ],
  deletion: [
    "Only the author can delete.",
    "Only the author can delete a post.",
    "A post can be deleted only by its author.",
    "Deleting posts is restricted to the author.",
  ],
  search: [
    "Search by title.",
    "Posts can be searched by title.",
    "Allow searching posts by title.",
  ],
  login: [
    "With JWT login.",
    "Users register and log in with JWT.",
    "Authenticate with JWT.",
    "Authentication: JWT.",
  ],
  webhook: [
    "Notify a webhook when an order is paid.",
    "When an order is paid, call https://hooks.example.com/paid.",
    "POST to our ERP each time an order is paid.",
    "Trigger a webhook on payment of an order.",
  ],
};
const THINGS = "Posts have a title. Orders have a total.";

for (let turn = 0; turn < 4; turn++) {
  const said = Object.values(PHRASES).map((ways) => ways[turn % ways.length]);
  const request = [...said.slice(3, 4), THINGS, ...said].join(" ");
  Deno.test(`plan() reaches all that is promised of plain words: ${request}`, async () => {
    const { blueprint, sentences } = await plan(request);
    assertEquals(sentences.flatMap((one) => one.notUnderstood ?? []), []);
    assertExists(blueprint?.entities?.post);
    const { post, order } = blueprint.entities;
    assertExists(blueprint.users);
    assertEquals(post.relations?.user?.belongsTo, "user");
    assertEquals([post.owner, post.access?.write], ["user", "owner"]);
    assertEquals(post.fields.title?.type, "string");
    assertExists(order?.actions?.pay);
    assertEquals(blueprint.webhooks?.order_paid, {
      on: "order.pay",
      hosts: ["hooks.example.com"],
    });
    const text = writeBlueprint(blueprint);
    const { model: system, diagnostics } = compileBlueprint(text);
    assertEquals(diagnostics.filter((one) => one.severity !== "assumed"), []);
    assertExists(system);
    const { files } = await generateFiles(system, text);
    const sender = files.filter(({ path }) => /webhook_sender/.test(path));
    assert(sender.length > 0);
  });
}

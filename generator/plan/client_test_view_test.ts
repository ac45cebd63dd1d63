import { assert, assertEquals } from "@std/assert";
import { prepareBlueprint } from "../prepare.ts";
import { signInView } from "./client_test_view.ts";

async function viewOf(users: string, entities = "") {
  const { model, diagnostics } = await prepareBlueprint(
    `system: notes
users: ${users}
entities:
  note:
    fields: { title: { type: string } }
    access: { read: users, create: users, write: users }
${entities}`,
    "notes.yaml",
  );
  assert(model, JSON.stringify(diagnostics));
  return signInView(model);
}

Deno.test("signInView() lets the settings make who signs in where nobody may create users", async () => {
  const view = await viewOf("{ roles: [reader, boss], registration: closed }");
  assertEquals(view?.isFirst, true);
  assertEquals(view?.registrar, undefined);
  assertEquals(view?.fields.map(({ name }) => String(name)), ["email"]);
});

Deno.test("signInView() has a user registered by whoever may create users, or by themselves", async () => {
  const entity = (create: string) =>
    `  user:
    fields: { email: { type: email, required: true, unique: true } }
    access: { read: users${create} }
`;
  const closed = "{ roles: [reader, boss], registration: closed }";
  const by = await viewOf(closed, entity(", create: boss"));
  assertEquals(by?.isFirst, false);
  assertEquals(String(by?.registrar), 'await actor(test.system, "boss")');
  const first = await viewOf(closed, entity(""));
  assertEquals(first?.isFirst, true);
  const open = await viewOf("{}", entity(""));
  assertEquals(open?.isFirst, false);
  assertEquals(open?.registrar, undefined);
});

Deno.test("signInView() is of nobody where the settings cannot name what the first user refers to", async () => {
  const entities = `  team: { fields: { name: { type: string } } }
  user:
    fields: { email: { type: email, required: true, unique: true } }
    relations: { team: { belongsTo: team, required: true } }
    access: { read: users }
`;
  assertEquals(await viewOf("{ registration: closed }", entities), undefined);
});

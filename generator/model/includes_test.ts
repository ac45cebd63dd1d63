import { assert, assertEquals } from "@std/assert";
import { compileBlueprint } from "./compile_blueprint.ts";
import { includesOf } from "./includes.ts";

const BLUEPRINT = `system: mail
users: { roles: [member, admin] }
entities:
  user:
    fields:
      email: { type: email, required: true, unique: true }
      drafts: { type: integer, default: 0 }
    access: { read: users, write: owner }
  profile:
    fields: { bio: { type: text } }
    relations: { user: { belongsTo: user, unique: true } }
    access: { read: users, write: admin }
  message:
    fields: { text: { type: text } }
    relations:
      sender: { belongsTo: user }
      recipient: { belongsTo: user }
    access: { read: users, write: admin }
  draft:
    fields: { text: { type: text } }
    relations: { user: { belongsTo: user } }
    access: { read: users, write: admin }
  secret:
    fields: { text: { type: text } }
    relations: { user: { belongsTo: user } }
    access: { write: admin }
  note:
    fields: { text: { type: text } }
    relations: { message: { belongsTo: message } }
    operations: [create]
    access: { create: users }
`;

Deno.test("includesOf() names what an entity belongs to, and what belongs to it, so that no two names are the same", () => {
  assertEquals(namesOf("message"), ["sender one", "recipient one"]);
  assertEquals(namesOf("profile"), ["user one"]);
  assertEquals(namesOf("user"), [
    "profile only",
    "messagesBySender many",
    "messagesByRecipient many",
    "draftsByUser many",
  ]);
});

Deno.test("includesOf() leaves out what nobody may read, and includes nothing where nothing is read", () => {
  assert(!namesOf("user").some((name) => name.startsWith("secrets")));
  assertEquals(namesOf("note"), []);
});

Deno.test("includesOf() includes nothing in an API with a shape of its own", () => {
  assertEquals(namesOf("message", `${BLUEPRINT}api: {}\n`), []);
});

function namesOf(entity: string, blueprint = BLUEPRINT): string[] {
  const { model } = compileBlueprint(blueprint);
  const found = model?.entities.find(({ name }) => name.snake === entity);
  assert(model && found);
  return includesOf(found, model).map(({ name, kind }) => `${name} ${kind}`);
}

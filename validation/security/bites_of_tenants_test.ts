import { assert, assertEquals } from "@std/assert";
import { securityRig } from "../testdata/security_rig.ts";

const BLUEPRINT = `schema: autocoder/v1
system: binders
description: Binders and sheets of firms
store: { engine: sqlite }
users: { registration: open, tenant: firm, roles: [member, admin] }
entities:
  firm:
    fields:
      name: { type: string, required: true, maxLength: 100 }
    operations: [get]
    access: { read: users }
  user:
    fields:
      email: { type: email, required: true, unique: true }
    relations:
      firm: { belongsTo: firm }
    access: { read: users, create: admin, patch: owner }
  binder:
    fields:
      name: { type: string, required: true, maxLength: 100 }
    relations:
      firm: { belongsTo: firm }
    tenant: firm
    access: { read: users, create: users, write: users }
  sheet:
    fields:
      title: { type: string, required: true, maxLength: 100 }
      done: { type: boolean, default: false }
    relations:
      firm: { belongsTo: firm }
      binder: { belongsTo: binder }
    tenant: firm
    actions:
      finish: { set: { done: true } }
    access: { read: users, create: users, write: users, finish: users }
`;

Deno.test("security.tenants passes on what is generated, and catches tenants that see each other", async () => {
  await using rig = await securityRig(BLUEPRINT);
  const sound = await rig.check("tenants");
  assertEquals(sound.codes, [], sound.text);
  assert("findings" in sound.outcome, sound.text);
  const open = await rig.check("tenants", [
    // Nobody is confined to anything but what they make.
    [
      "kit/access_rule.ts",
      "return decided.ok ? ok({ ...decided.value, within }) : decided;",
      'return decided.ok && operation === "create" ? ok({ ...decided.value, within }) : decided;',
    ],
  ]);
  assertEquals(open.codes, ["V513"], open.text);
  for (
    const place of [
      "GET /sheets",
      "GET /sheets/{id}",
      "DELETE /binders/{id}",
      "POST /sheets/{id}/finish",
    ]
  ) {
    assert(open.text.includes(`"place": "${place}"`), `${place}: ${open.text}`);
  }
  const referring = await rig.check("tenants", [
    // What is referred to is looked for among everybody's.
    [
      "kit/access_guard.ts",
      "const within = tenantPart(access, viewer);\n  const seen",
      'const within = undefined as Grant["within"];\n  void tenantPart;\n  const seen',
    ],
    [
      "kit/access_guard.ts",
      "const grant = readingGrant(access, viewer);",
      "const { within: _, ...grant } = readingGrant(access, viewer) ?? {};",
    ],
  ]);
  assertEquals(referring.codes, ["V513"], referring.text);
  assert(referring.text.includes("for what refers to it"), referring.text);
});

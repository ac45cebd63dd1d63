import { assert, assertEquals } from "@std/assert";
import { securityRig } from "../testdata/security_rig.ts";

const BLUEPRINT = `schema: autocoder/v1
system: orders
description: Orders that others are told of
store: { engine: memory }
entities:
  order:
    fields:
      link: { type: string, required: true, maxLength: 200 }
webhooks:
  order_placed: { on: order.create, hosts: [hooks.example.com] }
`;

Deno.test("security.ssrf passes on what is generated, and catches a system that fetches what a body names", async () => {
  await using rig = await securityRig(BLUEPRINT);
  const sound = await rig.check("ssrf");
  assertEquals(sound.codes, [], sound.text);
  assert("findings" in sound.outcome, sound.text);
  const broken = await rig.check("ssrf", [
    [
      "kit/json_body.ts",
      "  const fault = findFault(value, MAX_DEPTH);",
      `  const { link } = value;
  if (typeof link === "string") fetch(link).then((r) => r.body?.cancel(), () => {});
  const fault = findFault(value, MAX_DEPTH);`,
    ],
  ]);
  assertEquals(broken.codes, ["V512"], broken.text);
});

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

const FETCHING = `schema: autocoder/v1
system: rates
description: What a page is worth
store: { engine: memory }
entities: { note: { fields: { title: { type: string } } } }
endpoints:
  worth:
    path: /worth
    query: { link: { type: string, required: true, maxLength: 200 } }
    answer: { status: { type: integer, required: true } }
    fetches: https://rates.example.com
    run: |
      const { status } = await fetch(query.link);
      return { status };
  sent:
    method: POST
    path: /sent
    body: { link: { type: string, required: true, maxLength: 200 } }
    fetches: https://rates.example.com
    run: await fetch(body.link);
`;

Deno.test("security.ssrf catches endpoints that fetch what a query or a body names", async () => {
  await using rig = await securityRig(FETCHING);
  const sound = await rig.check("ssrf");
  assertEquals(sound.codes, [], sound.text);
  assert("findings" in sound.outcome, sound.text);
  for (
    const [path, given] of [
      ["logic/worth_endpoint.ts", "query.link"],
      ["logic/sent_endpoint.ts", "body.link"],
    ] as const
  ) {
    const broken = await rig.check("ssrf", [
      [path, `await fetch(${given})`, `await globalThis.fetch(${given})`],
    ]);
    assertEquals(broken.codes, ["V512"], broken.text);
  }
});

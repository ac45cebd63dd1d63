import { assert, assertEquals } from "@std/assert";
import { prepareBlueprint } from "../prepare.ts";
import { bootTestView } from "./boot_test_view.ts";

Deno.test("bootTestView() asks what says most about the system: what reads the entity, else what finds none", async () => {
  const nowhere = "${crypto.randomUUID()}";
  const cases: readonly [string, string, number][] = [
    ["[list, get]", "test.client.get(`/doors/${aDoor.id}`)", 200],
    ["[create, list]", 'test.client.get("/doors")', 200],
    ["[create]", 'test.client.post("/doors", body)', 201],
    ["[replace]", `test.client.put(\`/doors/${nowhere}\`, body)`, 404],
    ["[patch]", `test.client.patch(\`/doors/${nowhere}\`, {})`, 404],
    ["[delete]", `test.client.delete(\`/doors/${nowhere}\`)`, 404],
    ["[]", `test.client.post(\`/doors/${nowhere}/open\`)`, 404],
  ];
  for (const [operations, request, status] of cases) {
    const probe = await probeOf(
      `  door:\n    operations: ${operations}\n    fields: { open: { type: boolean, default: false } }\n` +
        (operations === "[]"
          ? "    actions: { open: { set: { open: true } } }\n"
          : ""),
    );
    assertEquals([probe?.request, probe?.status], [request, status] as never);
  }
});

Deno.test("bootTestView() prefers an entity that can be read to one that comes before it", async () => {
  const fields = "fields: { name: { type: string } }";
  const probe = await probeOf(
    `  log: { operations: [create], ${fields} }\n  room: { operations: [get], ${fields} }\n`,
  );
  assertEquals(
    `${probe?.controller} ${probe?.store}`,
    "roomController roomStore",
  );
});

async function probeOf(entities: string) {
  const text = `schema: autocoder/v1\nsystem: house\nentities:\n${entities}`;
  const { model, diagnostics } = await prepareBlueprint(text, "blueprint.yaml");
  assert(model, JSON.stringify(diagnostics));
  return bootTestView(model).probe;
}

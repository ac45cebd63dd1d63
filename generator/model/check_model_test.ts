import { assert, assertEquals, assertExists } from "@std/assert";
import { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { checkModel, connectionKey } from "./check_model.ts";
import { compileBlueprint } from "./compile_blueprint.ts";

Deno.test("checkModel() says where the harness would refuse to start", () => {
  const { model } = compileBlueprint(
    "system: tasks\nentities: { task: { fields: { title: { type: string } } } }\n",
  );
  assertExists(model);
  const [first, ...rest] = model.connections;
  assertExists(first);
  const broken = { ...first, to: { ...first.to, port: "missing" } };
  const path = "components.api_gateway.bindings[0]";
  const diagnostics = new DiagnosticList(
    new Map([[path, { value: { line: 7, column: 3 } }]]),
  );
  checkModel(
    { ...model, connections: [broken, ...rest] },
    new Map([[connectionKey(broken), path]]),
    diagnostics,
  );
  const found = diagnostics.items.find(({ code }) => code === "AC420");
  assertEquals(found?.position, { line: 7, column: 3 });
  assert(diagnostics.failed);
});

import { assert, assertEquals } from "@std/assert";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { endpointView } from "./endpoint_view.ts";

function viewOf(endpoint: string) {
  const { model, diagnostics } = compileBlueprint(`system: views
entities: { note: { fields: { title: { type: string } } } }
endpoints:
  ${endpoint}`);
  const [first] = model?.endpoints ?? [];
  assert(model && first, JSON.stringify(diagnostics));
  return endpointView(first, model);
}

Deno.test("endpointView() gives a function what its code names, and no keys of objects", () => {
  const of = (run: string) =>
    viewOf(
      `own: { path: "/own/{id}", query: { at: { type: date } }, run: ${
        JSON.stringify(run)
      } }`,
    ).own?.parameters;
  assertEquals(of("return;"), "");
  assertEquals(of("return query.at;"), "{ query }: OwnCall");
  assertEquals(
    of("const a = { query: 1, params: params };"),
    "{ params }: OwnCall",
  );
  assertEquals(of("return at ? query : params;"), "{ params, query }: OwnCall");
  assertEquals(of("return this.query;"), "");
  assertEquals(of("return body, viewer;"), "");
  assertEquals(of("// refuse\nreturn api;"), "{ api }: OwnCall");
  assertEquals(
    of("const { query: now } = params; const refuse = now, a = query;"),
    "{ params, query }: OwnCall",
  );
  assertEquals(of("return Date.parse(now);"), "{ now }: OwnCall");
  assertEquals(
    of("for (const [at, one] of query.all.entries()) await api.put(at, one);"),
    "{ query, api }: OwnCall",
  );
  assertEquals(
    of("const { a, b: [now] = query } = await api.get(); return a + now;"),
    "{ query, api }: OwnCall",
  );
  assertEquals(
    of("const { now } = query; const api = now; return Date.now();"),
    "{ query }: OwnCall",
  );
});

Deno.test("endpointView() names a function like nothing that its file imports", () => {
  const nameOf = (name: string) =>
    viewOf(`${name}: { path: /own, run: "return;" }`).own?.name;
  assertEquals(nameOf("year_report"), "yearReport");
  assertEquals(nameOf("time"), "timeEndpoint");
  assertEquals(nameOf("delete"), "deleteEndpoint");
});

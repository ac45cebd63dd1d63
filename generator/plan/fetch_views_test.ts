import { assert, assertEquals } from "@std/assert";
import type { SystemModel } from "../model/system_model.ts";
import { prepareBlueprint } from "../prepare.ts";
import { fetchHosts, fetchOrigins } from "./fetch_views.ts";
import { openApiDocument } from "./openapi.ts";
import { databasePermissions, denoJson } from "./project_files.ts";

/** Three endpoints: one fetches, one calls it, one does neither. */
async function modelOf(more = ""): Promise<SystemModel> {
  const { model, diagnostics } = await prepareBlueprint(
    `
system: desk
store: { engine: postgres }
entities: { note: { fields: { title: { type: string } } } }
endpoints:
  rate: { path: /rate, ${FETCHES}, run: await fetch("https://rates.example.com/"); }
  calls: { path: /calls, run: await api.endpoints.rate(); }
  quiet: { path: /quiet, run: return; }
  again: { path: /again, ${FETCHES}, run: return; }
${more}`,
    "blueprint.yaml",
  );
  assert(model, JSON.stringify(diagnostics));
  return model;
}

const FETCHES =
  'fetches: [https://rates.example.com, "http://rates.internal:8080", "http://127.0.0.1:9000"]';

/** What each of some commands may connect to. */
function netOf(commands: readonly string[]): readonly string[] {
  return commands.map((command) =>
    [...command.matchAll(/--allow-net=(\S+)/g)].map(([, list]) => list)
      .join(" and ")
  );
}

Deno.test("fetchHosts() names each host once with its port, but for those that may be reached anyway", async () => {
  const model = await modelOf();
  assertEquals(fetchOrigins(model), [
    "https://rates.example.com",
    "http://rates.internal:8080",
    "http://127.0.0.1:9000",
  ]);
  assertEquals(fetchHosts(model), [
    "rates.example.com:443",
    "rates.internal:8080",
  ]);
});

Deno.test("denoJson() lets the program reach the hosts that endpoints fetch from, not tests nor migrations", async () => {
  const netIn = (model: SystemModel) => {
    const { tasks } = JSON.parse(denoJson(model));
    return netOf([tasks.start, tasks.dev, tasks.migrate, tasks.test]);
  };
  const local = "0.0.0.0,127.0.0.1";
  const hosts = `${local},rates.example.com:443,rates.internal:8080`;
  const test = `127.0.0.1 and ${local}`;
  assertEquals(netIn(await modelOf()), [hosts, hosts, local, test]);
  const told = await modelOf(
    "webhooks: { told: { on: note.create, hosts: [rates.internal] } }",
  );
  const both = `${local},rates.internal,rates.example.com:443`;
  assertEquals(netIn(told).slice(0, 2), [both, both]);
});

Deno.test("databasePermissions() lets a container reach the same hosts", async () => {
  const flags = databasePermissions(await modelOf(), {}).map(String);
  assertEquals(
    netOf(flags)[0],
    [
      "0.0.0.0",
      "127.0.0.1",
      "database:5432",
      "rates.example.com:443",
      "rates.internal:8080",
    ].join(","),
  );
});

Deno.test("openApiDocument() has a 502 where a host is needed, also by what is called, and nowhere else", async () => {
  const { paths, components } = openApiDocument(await modelOf()) as unknown as {
    readonly paths: Readonly<
      Record<string, { readonly get?: { readonly responses: object } }>
    >;
    readonly components: { readonly responses: object };
  };
  const with502 = Object.entries(paths).filter(([, { get }]) =>
    Object.hasOwn(get?.responses ?? {}, "502")
  ).map(([path]) => path);
  assertEquals(with502.toSorted(), ["/again", "/calls", "/rate"]);
  assert(Object.hasOwn(components.responses, "BadGateway"));
});

import { assert, assertEquals } from "@std/assert";
import { prepareBlueprint } from "../generator/prepare.ts";
import { hostChecks } from "./check_hosts.ts";

/** What the check finds where the files of logic are these. */
async function findings(
  files: Readonly<Record<string, string>>,
  endpoints: string,
): Promise<readonly (readonly [string, string])[] | undefined> {
  const dir = await Deno.makeTempDir({ prefix: "autocoder-hosts-" });
  try {
    await Deno.mkdir(`${dir}/logic`);
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${dir}/logic/${name}`, text);
    }
    const { model, diagnostics } = await prepareBlueprint(
      `system: desk\nentities: { note: { fields: { title: { type: string } } } }\nendpoints:\n${endpoints}`,
      "blueprint.yaml",
      { folder: dir },
    );
    assert(model, JSON.stringify(diagnostics));
    const [check] = hostChecks({ dir, model });
    if (!check) return undefined;
    const outcome = await check.run();
    assert("findings" in outcome);
    return outcome.findings.map(({ code, place, cause }) =>
      [code, `${place} ${cause}`] as const
    );
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const RATE =
  "  rate: { path: /rate, fetches: [https://rates.example.com], run: return; }\n";
const OWN = (name: string, host: string) =>
  `  ${name}: { path: /${name}, fetches: [https://${host}], file: ./logic/own.ts }\n`;

Deno.test("hostChecks() finds hosts that an endpoint does not list, and globals that reach any (V220, V221)", async () => {
  const files = {
    "rate_endpoint.ts": `export async function rate({ fetch }: RateCall) {
  await fetch("https://rates.example.com/v1");
  await fetch("https://evil.example/v1");
}
`,
    "own.ts": `import type { FirstCall } from "./first_endpoint.ts";
export function first(call: FirstCall) {
  return call.fetch("https://first.example/");
}
export function second(call: { fetch: typeof fetch }) {
  const fetch = call.fetch;
  return fetch("https://second.example/") ?? call.fetch("https://rates.example.com/");
}
export const reach = () => fetch("https://first.example/");
export const around = () => globalThis["fetch"](new URL("https://first.example/"));
export const past = () => new WebSocket("wss://first.example/");
`,
  };
  const both =
    "it may fetch from https://first.example and https://second.example";
  assertEquals(
    await findings(
      files,
      RATE + OWN("first", "first.example") + OWN("second", "second.example"),
    ),
    [
      [
        "V220",
        'logic/rate_endpoint.ts:3:15 found "https://evil.example/v1": https://evil.example is not listed: it may fetch from https://rates.example.com',
      ],
      [
        "V220",
        `logic/own.ts:7:57 found "https://rates.example.com/": https://rates.example.com is not listed: ${both}`,
      ],
      [
        "V221",
        "logic/own.ts:9:28 found fetch: the global fetch is held to no list of hosts",
      ],
      [
        "V221",
        'logic/own.ts:10:29 found globalThis["fetch"]: the global fetch is held to no list of hosts',
      ],
      [
        "V221",
        "logic/own.ts:11:31 found WebSocket: the global WebSocket is held to no list of hosts",
      ],
    ],
  );
});

Deno.test("hostChecks() leaves a system alone that fetches nothing, and files that are not there or do not parse", async () => {
  const own = { "own.ts": "export function first() {}\nvoid fetch;\n" };
  const none = "  first: { path: /first, file: ./logic/own.ts }\n";
  assertEquals(await findings(own, none), undefined);
  assertEquals(await findings({}, RATE), []);
  assertEquals(await findings({ "rate_endpoint.ts": "export {" }, RATE), []);
});

import { assertEquals } from "@std/assert";
import { scanModule } from "./scan_module.ts";

async function findings(body: string): Promise<readonly string[]> {
  const text =
    `export async function own({ query, fetch }: { query: { to: string }; fetch: (url: string | URL) => Promise<Response> }) {\n${body}\n}\n`;
  const rules = {
    imports: [],
    pure: true,
    fetches: ["https://rates.example.com", "http://127.0.0.1:8080"],
  };
  return (await scanModule(text, rules)).map(({ line, found, why }) =>
    `${line} ${found}: ${why}`
  );
}

const LISTED: readonly string[] = [
  'await fetch("https://rates.example.com/v1");',
  'await fetch("HTTPS://Rates.example.com:443/v1");',
  "await fetch(`https://rates.example.com/v1/${query.to}`);",
  'await fetch("http://127.0.0.1:8080/v1?to=" + query.to);',
  'const base = "https://rates.example.com";\nawait fetch(`${base}/v1/${query.to}`);',
  'await fetch(new URL(query.to, "https://rates.example.com"));',
  'await fetch(new URL(`/v1/${query.to}`, "https://rates.example.com"));',
  'await fetch(query.to === "a" ? "https://rates.example.com/a" : "http://127.0.0.1:8080/b");',
  // What follows may still be a part of the host: that is for the run.
  "await fetch(`https://rates.example.com${query.to}`);",
  "await fetch(query.to);",
  "await fetch(`${query.to}`);",
];

for (const body of LISTED) {
  Deno.test(`scanModule() lets a URL of a listed host be: ${body}`, async () => {
    assertEquals(await findings(body), []);
  });
}

const OTHERS: readonly (readonly [string, string])[] = [
  ['await fetch("https://evil.example/v1");', "https://evil.example"],
  ['await fetch("http://rates.example.com/v1");', "http://rates.example.com"],
  [
    'await fetch("https://rates.example.com:8443/");',
    "https://rates.example.com:8443",
  ],
  [
    'await fetch("https://rates.example.com@evil.example/");',
    "https://evil.example",
  ],
  [
    "await fetch(`https://rates.example.com.evil.example/${query.to}`);",
    "https://rates.example.com.evil.example",
  ],
  ["await fetch(`//evil.example/${query.to}`);", ""],
  [
    'const base = "https://evil.example";\nawait fetch(`${base}/v1/${query.to}`);',
    "https://evil.example",
  ],
  [
    'const host = "evil" + ".example";\nconst url = `https://${host}/v1`;\nawait fetch(url + query.to);',
    "https://evil.example",
  ],
  [
    'await fetch(query.to === "a" ? "https://rates.example.com/a" : "https://evil.example/b");',
    "https://evil.example",
  ],
  [
    'await fetch(new URL("https://evil.example/v1"));',
    "https://evil.example",
  ],
  [
    'await fetch(new URL("//evil.example/v1", "https://rates.example.com"));',
    "https://evil.example",
  ],
  [
    'await fetch(new URL(`/v1/${query.to}`, "https://evil.example"));',
    "https://evil.example",
  ],
  ['await fetch("data:text/plain,x");', "data://"],
  ['await fetch("/v1");', ""],
  [
    'const call = { fetch };\nawait call.fetch("https://evil.example/");',
    "https://evil.example",
  ],
  [
    'const call = { fetch };\nawait call?.["fetch"]("https://evil.example/");',
    "https://evil.example",
  ],
  [
    'await fetch(("https://evil.example/" as string)!);',
    "https://evil.example",
  ],
];

for (const [body, origin] of OTHERS) {
  Deno.test(`scanModule() finds a URL of another host: ${body}`, async () => {
    const found = await findings(body);
    const wanted =
      "it may fetch from https://rates.example.com and http://127.0.0.1:8080";
    const why = origin === ""
      ? `: this is no URL: ${wanted}`
      : `: ${origin} is not listed: ${wanted}`;
    assertEquals(
      found.map((one) => one.endsWith(why)),
      [true],
      found.join("\n"),
    );
  });
}

Deno.test("scanModule() refuses fetch where none is given", async () => {
  const text =
    'export async function own() {\n  await fetch("https://rates.example.com");\n}\n';
  for (const fetches of [undefined, ["https://rates.example.com"]]) {
    const found = await scanModule(text, { imports: [], fetches });
    assertEquals(found.map(({ found }) => found), ["fetch"]);
  }
});

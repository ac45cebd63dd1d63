import { assertEquals } from "@std/assert";
import { checkPermissions } from "./check_permissions.ts";

const HARMLESS =
  "deno run --allow-net=0.0.0.0,127.0.0.1 --allow-env=PORT --allow-read=data,migrations main.ts";

const TESTS =
  "deno test --parallel --allow-net=0.0.0.0,127.0.0.1 --allow-read=migrations";

const TOO_WIDE: Readonly<Record<string, string>> = {
  "everything": "deno run -A main.ts",
  "everything, in full": "deno run --allow-all main.ts",
  "the whole network": "deno run --allow-net main.ts",
  "another host": "deno run --allow-net=0.0.0.0,example.com main.ts",
  "every file": "deno run --allow-read main.ts",
  "every file, shortly": "deno run -R main.ts",
  "the folder itself": "deno run --allow-write=. main.ts",
  "a folder above": "deno run --allow-read=data,../other main.ts",
  "an absolute path": "deno run --allow-read=/etc main.ts",
  "every setting": "deno run --allow-env main.ts",
  "programs": "deno run --allow-run=sh main.ts",
  "native code": "deno run --allow-ffi main.ts",
  "another configuration": "deno run --config=other.json main.ts",
  "a second command": "deno run main.ts && curl example.com main.ts",
  "another program": "deno run other.ts",
  "what a shell would run": "deno run $(curl example.com) main.ts",
  "no task": "",
};

const OTHER_TESTS: Readonly<Record<string, string>> = {
  "another program": "sh evil.sh",
  "a command before": "sh -c evil && deno test",
  "a command within": "deno test `evil`",
  "a redirection": "deno test > main.ts",
  "every permission": "deno test -A",
  "programs": "deno test --allow-run",
  "another configuration": "deno test --config=other.json",
  "a module that is loaded first": "deno test --preload=evil.ts",
  "other tests": "deno test other/",
  "another wrapper":
    "deno run --allow-run --allow-env kit/evil.ts deno test --parallel",
  "no task": "",
};

Deno.test("checkPermissions() passes exact permissions", () => {
  assertEquals(checkPermissions([denoJson(HARMLESS)]), {
    findings: [],
    note:
      "--allow-net=0.0.0.0,127.0.0.1 --allow-env=PORT --allow-read=data,migrations",
  });
});

Deno.test("checkPermissions() passes the hosts of the blueprint's webhooks, and no others", () => {
  const start = "deno run --allow-net=0.0.0.0,hooks.example.com main.ts";
  const findings = (hosts: readonly string[]) => {
    const outcome = checkPermissions([denoJson(start)], hosts);
    return "findings" in outcome ? outcome.findings.length : 0;
  };
  assertEquals(findings(["hooks.example.com"]), 0);
  assertEquals(findings(["example.com"]), 1);
});

for (const [what, start] of Object.entries(TOO_WIDE)) {
  Deno.test(`checkPermissions() objects to ${what}`, () => {
    const outcome = checkPermissions([denoJson(start)]);
    const codes = "findings" in outcome
      ? outcome.findings.map(({ code }) => code)
      : [];
    assertEquals([...new Set(codes)], ["V105"]);
  });
}

for (const [what, test] of Object.entries(OTHER_TESTS)) {
  Deno.test(`checkPermissions() objects to ${what} in the task of the tests`, () => {
    const outcome = checkPermissions([denoJson(HARMLESS, test)]);
    const found = "findings" in outcome
      ? outcome.findings.map(({ code, place }) => `${code} ${place}`)
      : [];
    assertEquals([...new Set(found)], ["V105 deno.json: tasks.test"]);
  });
}

Deno.test("checkPermissions() passes the tests of a system on PostgreSQL, which start a server", () => {
  const wrapped =
    "deno run --allow-run --allow-env --allow-net=127.0.0.1 --allow-read=tests kit/with_postgres.ts " +
    TESTS;
  const outcome = checkPermissions([denoJson(HARMLESS, wrapped)]);
  assertEquals("findings" in outcome && outcome.findings, []);
});

function denoJson(start: string, test = TESTS) {
  return {
    path: "deno.json",
    text: JSON.stringify({
      tasks: { ...start ? { start } : {}, ...test ? { test } : {} },
    }),
    sha256: "",
    unit: "deno.json",
    ownership: "generated" as const,
    mode: "644",
  };
}

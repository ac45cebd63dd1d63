import { assertEquals } from "@std/assert";
import { checkPermissions } from "./check_permissions.ts";

const HARMLESS =
  "deno run --allow-net=0.0.0.0,127.0.0.1 --allow-env=PORT --allow-read=data,migrations main.ts";

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

function denoJson(start: string) {
  return {
    path: "deno.json",
    text: JSON.stringify({ tasks: start ? { start } : {} }),
    sha256: "",
    unit: "deno.json",
    ownership: "generated" as const,
    mode: "644",
  };
}

import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import type { DeepRig, Edit } from "../testdata/deep_rig.ts";
import { productionRig } from "../testdata/production_rig.ts";

let generated: Promise<DeepRig> | undefined;
const rig = () => generated ??= productionRig();

/** Each is broken in one place, and has to be caught by that check, which says so. */
const BITES: readonly {
  readonly check: string;
  readonly what: string;
  readonly code: string;
  /** A part of what it says. */
  readonly says: string;
  readonly edits: readonly Edit[];
}[] = [
  {
    check: "configuration",
    what: "numbers of any size, and any text for a header",
    code: "V809",
    says: "PORT (too large)",
    edits: [[
      "kit/settings.ts",
      "return value >= min && value <= max ? value : undefined;",
      "return Number.isNaN(value) ? undefined : value % 65536;",
    ], [
      "config/system_config.ts",
      'CLIENT_ADDRESS_HEADER: headerName({ default: "" })',
      'CLIENT_ADDRESS_HEADER: text({ default: "" })',
    ]],
  },
  {
    check: "configuration",
    what: "a message that shows the secret",
    code: "V809",
    says: "found the secret in the message",
    edits: [["kit/settings.ts", ': setting.secret\n    ? "another value"', ""]],
  },
  {
    check: "migrations",
    what: "migrations that are applied by each process",
    code: "V810",
    says: "already exists",
    edits: [
      [
        "kit/migrations.ts",
        "  if (findNext(database, migrations) === undefined) return undefined;\n",
        "",
      ],
      [
        "kit/migrations.ts",
        "const next = findNext(database, migrations);",
        "const next = MINE.length === 0 ? migrations[0] : undefined;\n    if (next) MINE.push(next);",
      ],
      [
        "kit/migrations.ts",
        "const CREATE_HISTORY = ",
        "const MINE: Migration[] = [];\nconst CREATE_HISTORY = ",
      ],
    ],
  },
  {
    check: "logs",
    what: "a token in the log",
    code: "V812",
    says: "found a secret",
    edits: [[
      "kit/http_api.ts",
      "fetch(request) {",
      'fetch(request) {\n      log({ level: "info", event: "request", head: [...request.headers] });',
    ]],
  },
  {
    check: "logs",
    what: "a line that is no JSON",
    code: "V812",
    says: "wanted a JSON object",
    edits: [[
      "kit/http_api.ts",
      "fetch(request) {",
      'fetch(request) {\n      console.log("served", request.url);',
    ]],
  },
  {
    check: "logs",
    what: "failures without an id in the log",
    code: "V812",
    says: "with an id",
    edits: [["kit/request_failure.ts", "errorId, error }", "error }"]],
  },
  {
    check: "metrics",
    what: "series that are missing",
    code: "V813",
    says: "process_resident_memory_bytes",
    edits: [["kit/system_routes.ts", " + processMetrics()", ""]],
  },
  {
    check: "metrics",
    what: "a counter that stands still",
    code: "V813",
    says: "http_requests_total",
    edits: [[
      "kit/http_metrics.ts",
      "this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)",
      "this.statuses.set(status, 1)",
    ]],
  },
  {
    check: "metrics",
    what: "a text that cannot be read",
    code: "V813",
    says: "is no sample",
    edits: [[
      "kit/http_metrics.ts",
      'method="${route.method}",',
      "method=${route.method},",
    ]],
  },
  {
    check: "traces",
    what: "messages without a trace",
    code: "V814",
    says: "pass the trace on",
    edits: [[
      "harness/open_telemetry_tracer.ts",
      "return span && formatTraceparent(span.spanContext());",
      "return span && undefined;",
    ]],
  },
  {
    check: "permissions",
    what: "permissions that nothing needs",
    code: "V815",
    says: "--allow-read=docs",
    edits: [["deno.json", "--allow-read=", "--allow-read=docs,"]],
  },
  {
    check: "start",
    what: "a task that watches its sources",
    code: "V816",
    says: "--watch",
    edits: [["deno.json", '"start": "deno run', '"start": "deno run --watch']],
  },
];

for (const check of new Set(BITES.map(({ check }) => check))) {
  Deno.test(`production.${check} passes on what is generated`, async () => {
    const { outcome, text } = await (await rig()).check(check);
    assert("findings" in outcome && outcome.findings.length === 0, text);
    assert(outcome.note && outcome.log, text);
  });
}

for (const { check, what, code, says, edits } of BITES) {
  Deno.test(`production.${check} catches: ${what}`, async () => {
    const { codes, text } = await (await rig()).check(check, edits);
    assertEquals(codes, [code], text);
    assert(text.includes(says), text);
  });
}

/** Places of deployment files, and what must be said of them when they are changed. */
const DEPLOYMENT_BITES: readonly (readonly [Edit, string])[] = [
  [["deploy/Dockerfile", "USER 1993\n", ""], "run as root"],
  [["deploy/Dockerfile", "USER 1993\n", "USER root\n"], "run as root"],
  [["deploy/Dockerfile", "deno:2.9.6", "deno:latest"], "an exact version"],
  [
    ["deploy/Dockerfile", "HEALTHCHECK", "# HEALTHCHECK"],
    "found no health check",
  ],
  [["deploy/Dockerfile", "--frozen ", ""], "without --frozen"],
  [["deploy/Dockerfile", "EXPOSE 8080", "EXPOSE 80"], "EXPOSE"],
  [["deploy/Dockerfile.dockerignore", ".env\n", ""], "found .env sent"],
  [["deploy/Dockerfile.dockerignore", "tests\n", ""], "found tests sent"],
  [["deploy/compose.yaml", "8080:8080", "8080:8000"], "compose.yaml: ports"],
  [["deploy/compose.yaml", "PORT:", "PROT:"], "the setting PROT"],
  [["deploy/compose.yaml", "data:/app/data", "data:/data"], "no volume at"],
  [["deploy/compose.yaml", "services:", "services: ["], "deploy/compose.yaml:"],
  [
    ["deploy/k8s/system.yaml", "runAsNonRoot: true", "runAsNonRoot: false"],
    "runAsNonRoot",
  ],
  [
    ["deploy/k8s/system.yaml", "path: /health/ready", "path: /"],
    "readinessProbe",
  ],
  [
    ["deploy/k8s/system.yaml", "containerPort: 8080", "containerPort: 80"],
    "containerPort",
  ],
  [["deploy/k8s/system.yaml", "memory: 512Mi", "cpu: 1"], "limit of memory"],
  [
    ["deploy/compose.yaml", "      AUTH_SECRET:", "      # AUTH_SECRET:"],
    "found no setting AUTH_SECRET",
  ],
];

Deno.test("production.container passes on users' data in PostgreSQL", async () => {
  await using members = await productionRig("postgres");
  const { outcome, codes, text } = await members.check("container");
  if (!("notRun" in outcome)) assertEquals(codes, [], text);
});

Deno.test("production.container passes on what is generated", async () => {
  const { codes, text } = await (await rig()).check("container");
  assertEquals(codes, [], text);
});

for (const [edit, says] of DEPLOYMENT_BITES) {
  const [path, from, to] = edit;
  Deno.test(`production.container catches in ${path}: ${JSON.stringify(from)} as ${JSON.stringify(to)}`, async () => {
    const { codes, text } = await (await rig()).check("container", [edit]);
    assertEquals(codes, ["V811"], text);
    assert(text.includes(says), text);
  });
}

Deno.test("production.container_linter and container_engine tell what the tools say, and that there are none", async () => {
  await withTools({
    hadolint: 'grep -n latest "$1" && exit 1; exit 0',
    docker: 'case "$1" in run) echo 0 ;; esac',
  }, async () => {
    const system = await rig();
    const latest: Edit = ["deploy/Dockerfile", "deno:2.9.6", "deno:latest"];
    assertEquals((await system.check("container_linter")).codes, []);
    const linted = await system.check("container_linter", [latest]);
    assertEquals(linted.codes, ["V817"], linted.text);
    const built = await system.check("container_engine");
    assertEquals(built.codes, ["V817"], built.text);
  });
  await withTools({ docker: "exit 1" }, async () => {
    const { outcome } = await (await rig()).check("container_engine");
    assertEquals(outcome, {
      notRun: "the container engine does not run here",
    });
  });
});

/** Puts programs first on the PATH. */
async function withTools(
  tools: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const before = Deno.env.get("PATH") ?? "";
  try {
    for (const [name, script] of Object.entries(tools)) {
      const path = join(folder, name);
      await Deno.writeTextFile(path, `#!/bin/sh\n${script}\n`);
      await Deno.chmod(path, 0o755);
    }
    Deno.env.set("PATH", `${folder}:${before}`);
    await work();
  } finally {
    Deno.env.set("PATH", before);
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("the generated system is removed", async () => {
  await (await rig())[Symbol.asyncDispose]();
});

import { biteTests } from "../testdata/security_bites.ts";

biteTests([
  {
    check: "injection",
    edits: {
      // A filter's text becomes a part of the statement.
      "as the parameter title": [[
        "kit/sqlite_condition.ts",
        "sql: `${quoteName(field.column)} IS ?`,\n    values: [toSqlite(field, value)],",
        "sql: `${quoteName(field.column)} IS '${String(value)}'`,\n    values: [],",
      ]],
      // A query is logged as it is.
      "found the line": [[
        "kit/http_api.ts",
        "fetch(request) {",
        `fetch(request) {
      const { search } = new URL(request.url);
      if (!search.includes("%25")) console.log(decodeURIComponent(search));`,
      ]],
    },
    codes: ["V506"],
  },
  {
    check: "injection",
    edits: {
      // What a path says is put into a template and rendered.
      "found 62615533": [[
        "kit/http_api.ts",
        "fetch(request) {",
        `fetch(request) {
      const told = decodeURIComponent(new URL(request.url).pathname);
      if (told.includes("\${")) {
        return new Response(Function("return \\x60" + told + "\\x60")());
      }`,
      ]],
      // What a path says is looked for among the files.
      'etc/passwd\\" as the path': [[
        "kit/http_api.ts",
        "fetch(request) {",
        `fetch(request) {
      const file = decodeURIComponent(new URL(request.url).pathname);
      if (file.includes("passwd")) {
        try {
          return new Response(Deno.readTextFileSync(file.slice(file.indexOf("/", 1))));
        } catch (error) {
          return new Response(String(error), { status: 500 });
        }
      }`,
      ]],
    },
    codes: ["V506"],
  },
  {
    check: "injection",
    edits: {
      // What is asked for is told in a header.
      "autocoder-injected: yes": [[
        "kit/http_api.ts",
        "fetch(request) {",
        `fetch(request) {
      const asked = decodeURIComponent(new URL(request.url).search.replaceAll(/%(?![0-9A-F]{2})/gi, ""));
      if (asked.includes("autocoder-injected: yes")) {
        try {
          return new Response("", { headers: { "x-asked": asked } });
        } catch (error) {
          return new Response(String(error), { status: 500 });
        }
      }`,
      ]],
      // Objects are merged by their members, whatever those are named.
      "found its value taken": [[
        "kit/json_body.ts",
        "  const fault = findFault(value, MAX_DEPTH);",
        `  const held = Object.getOwnPropertyDescriptor(value, "__proto__")?.value;
  if (isObject(held)) {
    const { "__proto__": _, ...own } = value;
    return ok({ ...own, ...held });
  }
  const fault = findFault(value, MAX_DEPTH);`,
      ]],
    },
    codes: ["V506"],
  },
  {
    check: "brute_force",
    edits: {
      "found 429 with Retry-After undefined, wanted seconds": [[
        "kit/auth_routes.ts",
        'const headers = { "retry-after": String(reply.retryAfter) };',
        "const headers = {}; void reply.retryAfter;",
      ]],
    },
    codes: ["V507"],
  },
  {
    check: "brute_force",
    edits: {
      "found no 429": [[
        "kit/auth_service.ts",
        "const wait = this.#limits.account.take(account) ||\n      this.#limits.address.take(client);",
        "const wait = 0; void client;",
      ]],
      "wanted them alike": [[
        "kit/auth_service.ts",
        "const isRight = await this.#hasher.verify(\n      password,\n      credential?.passwordHash,\n    );\n    if (isRight === undefined) return busy();\n    if (!isRight ||",
        "const isRight = credential && await this.#hasher.verify(\n      password,\n      credential.passwordHash,\n    );\n    if (!isRight ||",
      ]],
    },
    codes: ["V507", "V508"],
  },
  {
    check: "resources",
    edits: {
      "for a body of 3 MiB, wanted 413": [[
        "kit/read_body.ts",
        "const MAX_BYTES = 1024 * 1024;",
        "const MAX_BYTES = 1024 * 1024 * 1024;",
      ]],
      "for a compressed body of 20 MiB, wanted 415": [[
        "kit/json_body.ts",
        'return encoding.toLowerCase() === "identity"',
        'return encoding.toLowerCase() !== ""',
      ]],
      "for a body that does not come": [[
        "kit/read_body.ts",
        "setTimeout(() => late.resolve(tooSlow()), timeoutMs)",
        "setTimeout(() => late.resolve(tooLarge(0)), timeoutMs)",
      ]],
    },
    codes: ["V509"],
  },
  {
    check: "resources",
    edits: {
      // Nobody counts how deep a body goes, and everybody walks through it.
      "for a body 20000 levels deep": [[
        "kit/json_body.ts",
        "  const fault = findFault(value, MAX_DEPTH);",
        `  const walk = (one: unknown): number => typeof one === "object" && one !== null
    ? 1 + Math.max(0, ...Object.values(one).map(walk))
    : 0;
  walk(value);
  const fault = undefined as ReturnType<typeof findFault>;`,
      ]],
    },
    codes: ["V509"],
  },
  {
    check: "resources",
    edits: {
      // A pattern that tries every way to read a text.
      "found no answer to 100 characters as title": [[
        "schemas/note_schema.ts",
        "[A-Za-z ]+",
        "([A-Za-z ]+)+",
      ]],
    },
    codes: ["V509"],
    limits: { answerSeconds: 5 },
  },
  {
    check: "secrets",
    edits: {
      "found a line with a password": [[
        "kit/auth_service.ts",
        "async #login(body: JsonObject, client: string): Promise<AuthReply> {",
        "async #login(body: JsonObject, client: string): Promise<AuthReply> {\n    console.log(JSON.stringify(body));",
      ]],
      "found a private key": [[
        "kit/clock.ts",
        "/** ",
        "// -----BEGIN PRIVATE KEY-----\n/** ",
      ]],
      "as it is, wanted hashes": [[
        "kit/refresh_tokens.ts",
        "tokenHash: hashOf(secret),",
        "tokenHash: secret,",
      ]],
      "no scrypt or argon2 hash of enough cost": [[
        "kit/password_hash.ts",
        "{ n: 2 ** 14, r: 8, p: 1 }",
        "{ n: 2 ** 4, r: 8, p: 3 }",
      ]],
    },
    codes: ["V510", "V511"],
  },
]);

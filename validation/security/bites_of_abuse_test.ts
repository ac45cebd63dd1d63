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

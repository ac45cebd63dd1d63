import { biteTests } from "../testdata/security_bites.ts";

biteTests([
  {
    check: "headers",
    edits: {
      "x-content-type-options": [[
        "kit/http_response.ts",
        '"x-content-type-options": "nosniff",',
        "",
      ]],
      // An origin is let in because it asks.
      "access-control-allow-origin: https://evil.example": [[
        "kit/http_api.ts",
        "return found ? answer(found, log) : refusal(request);",
        `const origin = request.headers.get("origin");
      const allow = async (response: Response | Promise<Response>) => {
        const made = await response;
        const headers = new Headers(made.headers);
        if (origin) headers.set("access-control-allow-origin", origin);
        return new Response(made.body, { status: made.status, headers });
      };
      return allow(found ? answer(found, log) : refusal(request));`,
      ]],
      "of the blueprint as markup": [[
        "kit/docs_page.ts",
        "<h1>${title} <span",
        "<h1>${new Html(title)} <span",
      ]],
      "nothing of the inside": [[
        "kit/http_api.ts",
        "counted(failureResponse(error, { method, path }, log));",
        `counted(new Response(String((error as Error).stack), {
      status: 500,
      headers: failureResponse(error, { method, path }, log).headers,
    }));`,
      ]],
    },
    codes: ["V501"],
  },
  {
    check: "headers",
    edits: {
      // A session that browsers send along wherever a request comes from.
      "found set-cookie": [[
        "kit/http_response.ts",
        '"x-content-type-options": "nosniff",',
        '"x-content-type-options": "nosniff", "set-cookie": "session=1; Path=/",',
      ]],
    },
    codes: ["V501"],
  },
  {
    check: "authentication",
    edits: {
      "alg none without a signature": [[
        "kit/access_token.ts",
        "  try {\n    const { payload }",
        `  const [head = "", body = ""] = token.split(".");
  try {
    if (JSON.parse(atob(head)).alg === "none") return JSON.parse(atob(body)).sub;
    const { payload }`,
      ]],
      "with expired": [[
        "kit/access_token.ts",
        "currentDate: new Date(clock()),",
        "currentDate: new Date(clock()), clockTolerance: 1e5,",
      ]],
      "with another audience": [[
        "kit/access_token.ts",
        "audience: audienceOf(issuer),",
        "",
      ]],
      "a token after its logout": [[
        "kit/auth_routes.ts",
        'await ask({ operation: "logout", token: token.value });',
        "",
      ]],
    },
    codes: ["V502"],
  },
  {
    check: "authentication",
    edits: {
      "somebody else under the old signature": [[
        "kit/access_token.ts",
        "  try {\n    const { payload }",
        `  try {
    const [, body = ""] = token.split(".");
    if (body.length > 0) return JSON.parse(atob(body)).sub;
    const { payload }`,
      ]],
    },
    codes: ["V502"],
  },
  {
    check: "authentication",
    edits: {
      // A token says by which key and which algorithm it is to be read.
      "RS256 with its key in the header": [[
        "kit/access_token.ts",
        "  try {\n    const { payload }",
        `  const [head = "", body = "", signature = ""] = token.split(".");
  try {
    const { jwk, alg } = JSON.parse(atob(head));
    if (alg === "RS256" && jwk) {
      const key = await crypto.subtle.importKey(
        "jwk",
        jwk,
        { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
        false,
        ["verify"],
      );
      const bytes = Uint8Array.from(
        atob(signature.replaceAll("-", "+").replaceAll("_", "/")),
        (char) => char.charCodeAt(0),
      );
      const text = new TextEncoder().encode(head + "." + body);
      if (await crypto.subtle.verify("RSASSA-PKCS1-v1_5", key, bytes, text)) {
        return JSON.parse(atob(body)).sub;
      }
    }
    const { payload }`,
      ]],
    },
    codes: ["V502"],
  },
  {
    check: "authorization",
    edits: {
      // Whoever is signed in counts as the owner.
      "about what is somebody else's": [[
        "kit/access_rule.ts",
        "own: { field: owner, id: viewer.id, readable },",
        "",
      ]],
      'authorId\\" of a body taken': [[
        "kit/owned_entity.ts",
        ": failed(invalid([{ path: field, message }]));",
        ": ok(body);",
      ]],
      "ids that end alike": [[
        "kit/uuid7.ts",
        '"-" + HEX[0x80 | (randomByte() & 0x3f)] + randomHex(1) +\n      "-" + randomHex(6);',
        '"-8000-" + (counter + latest % 4096).toString(16).padStart(12, "0");',
      ]],
    },
    codes: ["V503", "V504", "V505"],
  },
  {
    check: "authorization",
    edits: {
      // The guard is gone.
      "found 200 for nobody": [[
        "kit/access_rule.ts",
        "if (isAllowed(rule, viewer)) {",
        "if (isAllowed(rule, viewer) || rule.length > 0) {",
      ]],
    },
    codes: ["V503"],
  },
]);

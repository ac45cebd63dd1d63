import { assertEquals } from "@std/assert";
import { type JsonBodyOptions, readJsonBody } from "./json_body.ts";

Deno.test("readJsonBody() reads an object, whatever it is called", async (t) => {
  for (
    const type of [
      "application/json",
      "Application/JSON",
      "application/json; charset=utf-8",
      'application/json;charset="UTF-8"',
      "application/json; profile=x",
    ]
  ) {
    await t.step(type, async () => {
      assertEquals(await read('{"a":[1,"ä"]}', type), {
        ok: true,
        value: { a: [1, "ä"] },
      });
    });
  }
});

Deno.test("readJsonBody() refuses other media types and encodings", async () => {
  for (
    const type of [
      "",
      "text/plain",
      "application/jsonx",
      "application/merge-patch+json",
      "application/json; charset=latin1",
      "application/json; charset=utf-16",
      "multipart/form-data; boundary=application/json",
    ]
  ) {
    assertEquals(await status("{}", type), 415);
  }
  assertEquals(await status("{}", "application/json", "gzip"), 415);
  assertEquals(await status("{}", "application/json", "identity"), 200);
});

Deno.test("readJsonBody() accepts the media types it is told to", async () => {
  const mediaTypes = ["application/json", "application/merge-patch+json"];
  const type = "application/merge-patch+json; charset=utf-8";
  assertEquals(
    (await readJsonBody(request("{}", type), { mediaTypes })).ok,
    true,
  );
});

Deno.test("readJsonBody() answers 400 for what cannot be parsed", async () => {
  for (
    const body of ["", " ", "{", "{a:1}", "undefined", "{}{}", "\0", "NaN"]
  ) {
    assertEquals(await status(body), 400, JSON.stringify(body));
  }
  assertEquals(await status(new Uint8Array([0x7b, 0xff, 0x7d])), 400);
  const surrogate = [0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d];
  assertEquals(await status(new Uint8Array(surrogate)), 400);
});

Deno.test("readJsonBody() answers 422 for other values than objects", async () => {
  for (const body of ["null", "[]", "1", '"x"', "true"]) {
    assertEquals(await read(body), {
      ok: false,
      problem: {
        type: "about:blank",
        title: "Unprocessable Content",
        status: 422,
        detail: "The request breaks one or more rules.",
        errors: [{ path: "", message: "must be a JSON object" }],
      },
    });
  }
});

Deno.test("readJsonBody() bounds nesting", async () => {
  const nested = (levels: number) =>
    `{"a":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
  assertEquals(await status(nested(32)), 200);
  assertEquals(await status(nested(33)), 422);
  assertEquals(await status(nested(100_000)), 422);
  assertEquals(
    await status('{"a":'.repeat(50_000) + "1" + "}".repeat(50_000)),
    422,
  );
});

Deno.test("readJsonBody() answers 422 for numbers too large for a double, naming the place", async () => {
  const cases = [
    ['{"a":1e400}', "a"],
    ['{"a":{"b":[0,-1e999]}}', "a.b.1"],
    [`{"${"k".repeat(10_000)}":1e400}`, "k".repeat(200)],
  ] as const;
  for (const [body, path] of cases) {
    const outcome = await read(body);
    const problem = outcome.ok ? undefined : outcome.problem;
    assertEquals(problem?.status, 422);
    assertEquals(problem?.errors, [{ path, message: "is too large a number" }]);
  }
  assertEquals(await status('{"a":1e308,"b":1e-400}'), 200);
});

Deno.test("readJsonBody() lets no key reach a prototype", async () => {
  const body = await read('{"__proto__":{"polluted":true},"constructor":1}');
  assertEquals(body.ok && Object.keys(body.value), [
    "__proto__",
    "constructor",
  ]);
  assertEquals("polluted" in {}, false);
});

Deno.test("readJsonBody() takes no body for an empty object when told to", async () => {
  const options = { allowEmpty: true };
  const empty = await readJsonBody(request(null, ""), options);
  assertEquals(empty, { ok: true, value: {} });
  const untyped = await readJsonBody(request("{}", "text/plain"), options);
  assertEquals(untyped.ok ? 200 : untyped.problem.status, 415);
});

function request(
  body: string | Uint8Array<ArrayBuffer> | null,
  type: string,
  encoding?: string,
): Request {
  const headers = new Headers();
  if (encoding !== undefined) headers.set("content-encoding", encoding);
  const request = new Request("http://test", { method: "POST", body, headers });
  // Set last: a request gives itself a type when its body is a text.
  if (type === "") request.headers.delete("content-type");
  else request.headers.set("content-type", type);
  return request;
}

function read(
  body: string | Uint8Array<ArrayBuffer>,
  type = "application/json",
  options?: JsonBodyOptions,
) {
  return readJsonBody(request(body, type), options);
}

async function status(
  body: string | Uint8Array<ArrayBuffer>,
  type = "application/json",
  encoding?: string,
): Promise<number> {
  const outcome = await readJsonBody(request(body, type, encoding));
  return outcome.ok ? 200 : outcome.problem.status;
}

import { assertEquals } from "@std/assert";
import { keyValue } from "./entity_key.ts";
import type { EntitySpec, FieldSpec } from "./entity_spec.ts";
import type { EntityRequest } from "./entity_request.ts";
import { NOTE_SPEC, sampleApi } from "./sample_api.ts";

Deno.test("keyValue() reads a text as it is, a slug without capitals", () => {
  const text = specOf({ kind: "string", column: "c", nullable: false });
  for (const value of ["jake", "Jake", "a b/ü%'\";--", "1", "x".repeat(200)]) {
    assertEquals(keyValue(text, value), value);
  }
  for (const value of ["", "a\0b", "x".repeat(201)]) {
    assertEquals(keyValue(text, value), undefined);
  }
  const slug = specOf({
    kind: "string",
    column: "c",
    nullable: false,
    readOnly: true,
  });
  assertEquals(keyValue(slug, "My-Post"), "my-post");
});

Deno.test("keyValue() reads a number in its one spelling", () => {
  const spec = specOf({ kind: "integer", column: "c", nullable: false });
  assertEquals(keyValue(spec, "12"), 12);
  assertEquals(keyValue(spec, "9007199254740991"), 9007199254740991);
  for (
    const value of ["012", "+1", "-1", "1.0", "1e3", " 1", "0x1", "a", "١"]
  ) {
    assertEquals(keyValue(spec, value), undefined, value);
  }
  assertEquals(keyValue(spec, "9007199254740992"), undefined);
});

Deno.test("keyValue() finds none without a key", () => {
  assertEquals(keyValue(NOTE_SPEC, "a"), undefined);
});

Deno.test("an entity is asked for by its key, percent-decoded, and by what looks like an id as an id", async () => {
  const spec: EntitySpec = { ...NOTE_SPEC, key: "title" };
  const { api, requests } = sampleApi({ spec });
  const ask = async (segment: string): Promise<unknown[]> => {
    const before = requests.length;
    const url = `http://x${NOTE_SPEC.path}/${segment}`;
    const { status } = await api.fetch(new Request(url));
    const request = requests[before] as EntityRequest & { readonly id: string };
    return [status, request?.id];
  };
  assertEquals(await ask("Anna%20B%2Fc"), [200, "Anna B/c"]);
  assertEquals(await ask("%C3%A9"), [200, "é"]);
  assertEquals(await ask("a%00b"), [404, undefined]);
  assertEquals(await ask("x".repeat(201)), [404, undefined]);
  assertEquals(await ask("01890A5D-AC96-774B-BCCE-B302099A8057"), [
    200,
    "01890a5d-ac96-774b-bcce-b302099a8057",
  ]);
});

function specOf(field: FieldSpec): EntitySpec {
  return { ...NOTE_SPEC, fields: { code: field }, key: "code" };
}

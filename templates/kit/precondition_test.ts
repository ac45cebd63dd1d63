import { assert, assertEquals } from "@std/assert";
import { expectFailure, expectValue } from "./expect_outcome.ts";
import {
  entityTag,
  isMatched,
  isUnknown,
  type Precondition,
  readPrecondition,
} from "./precondition.ts";

Deno.test("readPrecondition() reads one tag, several and a star", () => {
  const cases: [Record<string, string>, Precondition | undefined][] = [
    [{}, undefined],
    [{ "if-match": '"1"' }, { match: ['"1"'] }],
    [{ "if-match": ' "1" ,W/"a,b" , "" ' }, {
      match: ['"1"', 'W/"a,b"', '""'],
    }],
    [{ "if-match": " * " }, { match: "*" }],
    [{ "if-none-match": "*", "if-match": '"ä"' }, {
      match: ['"ä"'],
      noneMatch: "*",
    }],
  ];
  for (const [headers, expected] of cases) {
    assertEquals(readPrecondition(new Headers(headers)), {
      ok: true,
      value: expected,
    });
  }
});

Deno.test("readPrecondition() refuses what is no list of tags, rather than pass it over", () => {
  for (const text of ["", "3", '"3', '*, "3"', 'w/"3"', '"a b"', "'3'"]) {
    for (const name of ["if-match", "if-none-match"]) {
      const headers = new Headers({ [name]: text });
      expectFailure(readPrecondition(headers), 400);
    }
  }
});

Deno.test("readPrecondition() takes a long header in one pass", () => {
  const long = `${", ".repeat(200_000)}"1"${" ".repeat(200_000)}`;
  const headers = new Headers({ "if-match": `${long},` });
  assertEquals(expectValue(readPrecondition(headers)), { match: ['"1"'] });
});

Deno.test("isMatched() compares strongly, isUnknown() weakly", () => {
  const tag = entityTag(7);
  assertEquals(tag, '"7"');
  for (const tags of [[tag], ['"6"', tag], "*"] as const) {
    assert(isMatched({ match: tags }, 7));
    assert(!isUnknown({ noneMatch: tags }, 7));
  }
  assert(!isMatched({ match: ['W/"7"'] }, 7));
  assert(!isUnknown({ noneMatch: ['W/"7"'] }, 7));
  for (const tags of [['"6"'], ['"77"'], ['W/"6"']]) {
    assert(!isMatched({ match: tags }, 7));
    assert(isUnknown({ noneMatch: tags }, 7));
  }
  assert(isMatched({}, 7) && isUnknown({}, 7));
});

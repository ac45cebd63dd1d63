import { assertEquals } from "@std/assert";
import {
  boolean,
  date,
  dateTime,
  decimal,
  email,
  type Field,
  integer,
  json,
  list,
  number,
  oneOf,
  sortedList,
  text,
  time,
  url,
  uuid,
} from "./api_schema.ts";
import { checkBody, entitySchema } from "./body_schema.ts";

Deno.test("text() counts code points", () => {
  const field = text({ min: 2, max: 3 });
  assertAccepts(field, ["ab", "abc", "🙂🙂", "🙂🙂🙂", "a\nb"]);
  assertRefuses(field, ["", "a", "🙂"], "must have at least 2 characters");
  assertRefuses(field, ["abcd", "🙂🙂🙂🙂"], "must have at most 3 characters");
  assertRefuses(text({ min: 1 }), [""], "must not be empty");
  assertAccepts(text(), ["", "a".repeat(100_000)]);
});

Deno.test("text() refuses what a store cannot keep", () => {
  const message = "must be well-formed text without NUL";
  assertRefuses(text(), ["a\0b", "\ud800", "a\udc00"], message);
});

Deno.test("text() matches the pattern", () => {
  const field = text({ pattern: /^[A-Z]+$/ });
  assertAccepts(field, ["ABC"]);
  assertRefuses(field, ["abc", ""], "must match ^[A-Z]+$");
});

Deno.test("sortedList() keeps each value once, in order", () => {
  const texts = sortedList(text(), 3);
  assertEquals(parse(texts, ["b", "a", "b"]), { field: ["a", "b"] });
  assertEquals(parse(sortedList(integer(), 3), [10, 9, 9]), { field: [9, 10] });
  assertAccepts(texts, [[], ["a", "b", "c"]]);
  assertRefuses(texts, [["a", "a", "a", "a"]], "must have at most 3 elements");
  assertRefuses(texts, ["a"], "must be a list");
});

Deno.test("list() accepts so many values of one kind", () => {
  const field = list(text({ max: 3 }), 2);
  assertAccepts(field, [[], ["a"], ["abc", "abc"]]);
  assertRefuses(field, ["a", { 0: "a" }, 1], "must be a list");
  assertRefuses(field, [["a", "b", "c"]], "must have at most 2 elements");
});

Deno.test("every kind of field is required and not null", () => {
  for (const [make, message] of KINDS) {
    assertRefuses(make(), [undefined], "is required");
    assertRefuses(make(), [null, {}, []], message);
    assertAccepts(make().nullable(), [null]);
    assertAccepts(make().optional(), [undefined]);
  }
});

Deno.test("integer() accepts whole numbers that JSON carries exactly", () => {
  assertAccepts(integer(), [0, -5, Number.MAX_SAFE_INTEGER]);
  const message = "must be a whole number";
  assertRefuses(integer(), [1.5, 2 ** 53, 1e300, "1", true], message);
  assertRefuses(integer({ min: 1 }), [0], "must be at least 1");
  assertRefuses(integer({ min: 1, max: 3 }), [0, 4], "must be between 1 and 3");
  assertRefuses(integer({ max: 9 }), [10], "must be at most 9");
});

Deno.test("number() accepts numbers within bounds", () => {
  assertAccepts(number({ min: 0, max: 1 }), [0, 0.5, 1]);
  assertRefuses(number({ min: 0 }), [-0.1], "must be at least 0");
  assertRefuses(number(), ["1", false], "must be a number");
});

Deno.test("decimal() bounds the decimal places", () => {
  assertAccepts(decimal(2), [0, 19.99, -0.01, 1234567890123.45]);
  const message = "must have at most 2 decimal places and 15 digits in all";
  assertRefuses(decimal(2), [0.001, 1e300, 12345678901234.56], message);
  assertRefuses(decimal(2, { min: 0 }), [-1], "must be at least 0");
});

Deno.test("oneOf() names the values", () => {
  assertAccepts(oneOf(["open", "closed"]), ["open", "closed"]);
  const message = "must be one of open, closed";
  assertRefuses(
    oneOf(["open", "closed"]),
    ["Open", "", "toString", 0],
    message,
  );
});

Deno.test("date() accepts days of the calendar", () => {
  assertAccepts(date(), ["2024-02-29", "0001-01-01"]);
  const message = "must be a date such as 2026-01-31";
  const bad = ["2026-02-30", "2026-1-1", "2026-01-01T00:00:00Z", "", 20260101];
  assertRefuses(date(), bad.slice(0, 4), message);
});

Deno.test("time() rewrites a time of day with seconds", () => {
  assertAccepts(time(), ["09:30:00", "23:59:59", "23:59:59.999"]);
  assertEquals(parse(time(), "09:30"), { field: "09:30:00" });
  assertRefuses(
    time(),
    ["24:00", "9:30", "09:60"],
    "must be a time such as 09:30",
  );
});

Deno.test("dateTime() rewrites a time in UTC with milliseconds", () => {
  assertEquals(parse(dateTime(), "2026-01-31T10:30:00+01:00"), {
    field: "2026-01-31T09:30:00.000Z",
  });
  assertEquals(parse(dateTime(), "2026-01-31T09:30:00.1239Z"), {
    field: "2026-01-31T09:30:00.123Z",
  });
  const message = "must be a time such as 2026-01-31T09:30:00Z";
  assertRefuses(dateTime(), [
    "2026-01-31",
    "2026-01-31T09:30:00",
    "2026-02-30T00:00:00Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31T09:30:60Z",
    "0000-01-01T00:00:00+01:00",
    "9999-12-31T23:30:00-01:00",
  ], message);
});

Deno.test("email() accepts what browsers do", () => {
  assertAccepts(email(), ["ann@example.org", "a.b+c@x-y.example"]);
  const bad = [
    "ann",
    "ann@",
    "@x.org",
    "a b@x.org",
  ];
  assertRefuses(email(), bad, "must be an email address");
});

Deno.test("email() keeps its bounds, and without any those of the form", () => {
  const long = `${"a".repeat(250)}@x.org`;
  assertRefuses(email(), [long], "must have at most 254 characters");
  const bounds = { min: 7, max: 8, pattern: /^(?:.*@x\.org)$/u };
  assertAccepts(email(bounds), ["a@x.org", "ab@x.org"]);
  assertRefuses(email(bounds), ["abc@x.org"], "must have at most 8 characters");
  assertRefuses(email(bounds), ["a@x.yz"], "must have at least 7 characters");
  assertRefuses(email(bounds), ["ab@x.com"], "must match ^(?:.*@x\\.org)$");
  assertRefuses(email(bounds), ["abcdefg"], "must be an email address");
});

Deno.test("url() accepts absolute http and https URLs as they are", () => {
  assertAccepts(url(), ["https://example.org", "http://localhost:1/a?b=c#d"]);
  assertRefuses(url(), [
    "javascript:alert(1)",
    "ftp://example.org",
    "//example.org",
    "example.org",
    "https://",
    "https://exa mple.org",
    "https://example.org/\n",
    ` https://example.org`,
  ], "must be an http or https URL");
});

Deno.test("url() keeps its bounds, and without any at most 2048 characters", () => {
  const long = `https://x.org/${"a".repeat(2048)}`;
  assertRefuses(url(), [long], "must have at most 2048 characters");
  assertAccepts(url({ max: 3000 }), [long]);
  const bounds = { min: 15, max: 16, pattern: /^(?:https:.*)$/u };
  assertAccepts(url(bounds), ["https://x.org/a", "https://x.org/ab"]);
  assertRefuses(
    url(bounds),
    ["https://x.org/"],
    "must have at least 15 characters",
  );
  assertRefuses(
    url(bounds),
    ["https://x.org/abc"],
    "must have at most 16 characters",
  );
  assertRefuses(url(bounds), ["http://x.org/abc"], "must match ^(?:https:.*)$");
});

Deno.test("uuid() rewrites a UUID in lower case", () => {
  assertEquals(parse(uuid(), "0197A3C2-0000-7000-8000-00000000000A"), {
    field: "0197a3c2-0000-7000-8000-00000000000a",
  });
  assertRefuses(uuid(), ["", "0197a3c2"], "must be a UUID");
});

Deno.test("json() accepts any value", () => {
  assertAccepts(json(), [null, 1, "x", [1, { a: null }], { __proto__: 1 }]);
  assertRefuses(json(), [undefined], "is required");
});

const KINDS: readonly (readonly [() => Field, string])[] = [
  [text, "must be a text"],
  [integer, "must be a whole number"],
  [number, "must be a number"],
  [() => decimal(2), "must be a number"],
  [boolean, "must be true or false"],
  [() => oneOf(["a"]), "must be one of a"],
  [date, "must be a text"],
  [time, "must be a text"],
  [dateTime, "must be a text"],
  [email, "must be a text"],
  [url, "must be a text"],
  [uuid, "must be a text"],
];

function assertAccepts(field: Field, values: readonly unknown[]): void {
  for (const value of values) {
    assertEquals(
      parse(field, value),
      value === undefined ? {} : { field: value },
    );
  }
}

function assertRefuses(
  field: Field,
  values: readonly unknown[],
  message: string,
): void {
  for (const value of values) assertEquals(parse(field, value), message);
}

/** The body as it is let through, or what is said about the field. */
function parse(field: Field, value: unknown): unknown {
  const body = value === undefined ? {} : { field: value };
  const outcome = checkBody(entitySchema({ field }), body);
  return outcome.ok ? outcome.value : outcome.problem.errors?.[0]?.message;
}

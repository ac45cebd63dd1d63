import { assertEquals } from "@std/assert";
import { isDate, timestamp, toTime, toTimestamp } from "./clock.ts";

Deno.test("timestamp() writes UTC with milliseconds, also after another time", () => {
  assertEquals(timestamp(1_769_851_800_000), "2026-01-31T09:30:00.000Z");
  assertEquals(timestamp(1_769_851_800_001), "2026-01-31T09:30:00.001Z");
  assertEquals(timestamp(1_769_851_800_000), "2026-01-31T09:30:00.000Z");
  assertEquals(timestamp(0), "1970-01-01T00:00:00.000Z");
});

Deno.test("toTimestamp() gives every spelling of a time the same text", () => {
  for (
    const text of [
      "2026-01-31T09:30:00Z",
      "2026-01-31T10:30:00+01:00",
      "2026-01-30T23:30:00.000-10:00",
    ]
  ) {
    assertEquals(toTimestamp(text), "2026-01-31T09:30:00.000Z");
  }
});

Deno.test("toTimestamp() refuses what is no RFC 3339 time", () => {
  for (
    const text of [
      "",
      "2026-01-31",
      "2026-01-31T09:30:00",
      "2026-02-30T09:30:00Z",
      "2026-01-31T24:00:00Z",
      "yesterday",
      "1",
    ]
  ) {
    assertEquals(toTimestamp(text), undefined, text);
  }
});

Deno.test("isDate() knows the calendar", () => {
  assertEquals(
    ["2024-02-29", "2026-12-31", "0001-01-01"].filter((text) => !isDate(text)),
    [],
  );
  assertEquals(
    ["2026-02-29", "2026-13-01", "2026-1-1", "2026-01-31T00:00:00Z", ""].filter(
      isDate,
    ),
    [],
  );
});

Deno.test("toTime() gives every spelling of a time of day the same text", () => {
  const cases = [
    ["00:00", "00:00:00"],
    ["09:30", "09:30:00"],
    ["23:59:59", "23:59:59"],
    ["09:30:00.000", "09:30:00"],
    ["09:30:00.5", "09:30:00.500"],
    ["09:30:00.1239", "09:30:00.123"],
    ["09:30:00.0009", "09:30:00"],
  ] as const;
  for (const [text, time] of cases) {
    assertEquals(toTime(text), time);
    assertEquals(toTime(time), time);
  }
});

Deno.test("toTime() refuses what is no time of day", () => {
  for (
    const text of ["", "24:00", "9:30", "09:60", "09:30:", "09:30:60", "09:30Z"]
  ) {
    assertEquals(toTime(text), undefined, text);
  }
});

Deno.test("toTimestamp() refuses times outside the years 0000 to 9999 in UTC", () => {
  assertEquals(toTimestamp("0000-01-01T00:00:00+01:00"), undefined);
  assertEquals(toTimestamp("9999-12-31T23:59:59-01:00"), undefined);
});

import { assertEquals } from "@std/assert";
import {
  durationSeconds,
  durationText,
  isDate,
  laterThan,
  timestamp,
  toDuration,
  toTime,
  toTimestamp,
} from "./clock.ts";

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

Deno.test("toDuration() gives every spelling of a length the same text", () => {
  for (
    const [text, wanted] of [
      ["PT90M", "PT1H30M"],
      ["PT5400S", "PT1H30M"],
      ["P2W", "P14D"],
      ["P1W1DT24H", "P9D"],
      ["PT36H", "P1DT12H"],
      ["PT0S", "PT0S"],
      ["P0D", "PT0S"],
      ["PT007M", "PT7M"],
      ["PT3630S", "PT1H0M30S"],
      ["P1DT30S", "P1DT30S"],
      ["P100000000D", "P100000000D"],
    ] as const
  ) {
    assertEquals(toDuration(text), wanted, text);
    assertEquals(toDuration(wanted), wanted, wanted);
    assertEquals(durationText(durationSeconds(text) ?? -1), wanted, text);
  }
});

Deno.test("toDuration() refuses what is no duration, or of no certain length", () => {
  for (
    const text of [
      "",
      "P",
      "PT",
      "P1DT",
      "P1Y",
      "P1M",
      "PT0.5S",
      "PT1,5H",
      "-PT1H",
      "PT1S1M",
      "PT1H ",
      "pt1h",
      "1H",
      "P100000001D",
      "PT1e3S",
      `PT${"9".repeat(16)}S`,
    ]
  ) {
    assertEquals(toDuration(text), undefined, text);
  }
});

Deno.test("laterThan() is a time, or a millisecond past one that is no earlier", () => {
  const at = "2026-12-31T23:59:59.999Z";
  assertEquals(
    laterThan(at, "2027-01-01T00:00:00.001Z"),
    "2027-01-01T00:00:00.001Z",
  );
  assertEquals(laterThan(at, at), "2027-01-01T00:00:00.000Z");
  assertEquals(
    laterThan(at, "2026-01-01T00:00:00.000Z"),
    "2027-01-01T00:00:00.000Z",
  );
});

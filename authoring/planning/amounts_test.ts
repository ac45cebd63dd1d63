import { assertEquals } from "@std/assert";
import { amountsIn, saysAmount, unitsIn } from "./amounts.ts";

const says = (text: string, figure: number, place = "") =>
  amountsIn(text).map((one) => saysAmount(figure, unitsIn(place), one));

Deno.test("saysAmount() takes a figure of another size only where both have a unit", () => {
  const same = [
    ["2 hours", 120, "minutes"],
    ["2 h", 7200, "timeoutSeconds"],
    ["90 seconds", 1.5, '"1.5m"'],
    ["1 MB", 1024, "sizeKb"],
    ["1 MB", 1000, "sizeKb"],
    ["2.5kg", 2500, "weightGrams"],
    ["3 m", 300, "heightCm"],
    ["$5", 500, "priceCents"],
    ["15 %", 0.15, ""],
    ["15 percent", 0.85, ""],
    ["15%", 1.15, ""],
    ["1,000 things", 1000, ""],
  ] as const;
  for (const [text, figure, place] of same) {
    assertEquals(says(text, figure, place), [true], text);
  }
  const other = [
    ["50 characters", 5000, "maxLength"],
    ["50", 5000, "cents"],
    ["2 hours", 120, ""],
    ["2 hours", 120, "days"],
    ["2 kg", 120, "minutes"],
    ["2 kg", 2000, "seconds"],
    ["2 hours", 2000, "minutes"],
    ["15 %", 1500, "percent"],
    ["15 things", 0.15, ""],
    ["24", 1, "days"],
  ] as const;
  for (const [text, figure, place] of other) {
    assertEquals(says(text, figure, place), [false], text);
  }
});

Deno.test("amountsIn() takes figures that stand by themselves", () => {
  const written = amountsIn(
    "OAuth2, HTTP/2, ISO-8601, 127.0.0.1: 2.5kg of 1,000 or 7.",
  )
    .map((one) => one.written);
  assertEquals(written, ["2.5", "1,000", "7"]);
});

Deno.test("amountsIn() takes figures in words where they are a limit, and tells which limit", () => {
  const found = amountsIn(
    "Two things: at most twenty-five characters, at least two hundred, up to 7, no less than 3 kg, 4 of more than one.",
  ).map(({ written, value, bound }) => [written, value, bound]);
  assertEquals(found, [
    ["7", 7, "max"],
    ["3", 3, "min"],
    ["4", 4, undefined],
    ["twenty-five", 25, "max"],
    ["two hundred", 200, "min"],
  ]);
});

import { assert, assertEquals } from "@std/assert";
import type { LogEntry, LogLevel } from "@autocoder/harness";
import { jsonLog, LOG_LEVELS } from "./json_log.ts";

Deno.test("jsonLog() writes one JSON object a line", () => {
  const [line = ""] = written("info", [
    { level: "info", event: "started", component: "store", text: "a\nb" },
  ]);
  assert(line.endsWith("}\n"));
  assertEquals(line.split("\n").length, 2);
  const { time, ...rest } = JSON.parse(line);
  assertEquals(rest, {
    level: "info",
    event: "started",
    component: "store",
    text: "a\nb",
  });
  assertEquals(new Date(time).toISOString(), time);
});

Deno.test("jsonLog() leaves out what is below its level", () => {
  const entries = LOG_LEVELS.map((level) => ({ level, event: level }));
  const events = (level: LogLevel) =>
    written(level, entries).map((line) => JSON.parse(line).event);
  assertEquals(events("debug"), ["debug", "info", "warn", "error"]);
  assertEquals(events("warn"), ["warn", "error"]);
  assertEquals(events("error"), ["error"]);
});

Deno.test("jsonLog() always says where it listens", () => {
  const entry: LogEntry = {
    level: "info",
    event: "listening",
    url: "http://x",
  };
  assertEquals(JSON.parse(written("error", [entry])[0] ?? "").url, "http://x");
});

Deno.test("jsonLog() writes errors with their cause and without their properties", () => {
  const cause = new TypeError("inner");
  const error = Object.assign(new Error("outer", { cause }), {
    connection: "postgres://user:hunter2@host",
  });
  const [line = ""] = written("info", [{
    level: "error",
    event: "failed",
    error,
  }]);
  assert(!line.includes("hunter2"));
  const logged = JSON.parse(line).error;
  assertEquals([logged.name, logged.message], ["Error", "outer"]);
  assert(logged.stack.includes("json_log_test.ts"));
  assertEquals(logged.cause.message, "inner");
});

Deno.test("jsonLog() does not write secrets", () => {
  const headers = { Authorization: "Bearer hunter2", accept: "*/*" };
  const [line = ""] = written("info", [
    { level: "info", event: "x", headers, dbPassword: "hunter2" },
  ]);
  assert(!line.includes("hunter2"));
  assert(line.includes("*/*"));
});

Deno.test("jsonLog() survives any value", () => {
  const cycle: Record<string, unknown> = { big: 1n, symbol: Symbol("s") };
  cycle.self = cycle;
  const circular = new Error("circular");
  circular.cause = circular;
  const values = [
    cycle,
    circular,
    undefined,
    null,
    () => {},
    [cycle],
    new Date(NaN),
  ];
  for (const value of values) {
    assertEquals(
      written("info", [{ level: "info", event: "x", value }]).length,
      1,
    );
  }
});

function written(level: LogLevel, entries: readonly LogEntry[]): string[] {
  const lines: string[] = [];
  const log = jsonLog({ level, write: (line) => lines.push(line) });
  entries.forEach(log);
  return lines;
}

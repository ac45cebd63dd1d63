import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { sink, source } from "./test_doubles.ts";
import { toPrometheus } from "./to_prometheus.ts";

Deno.test("toPrometheus() writes every family with help, type and samples", async () => {
  const text = await scrape("shop");
  assertStringIncludes(
    text,
    'harness_component_state{system="shop",component="a",state="stopped"} 1\n',
  );
  assertStringIncludes(
    text,
    'harness_component_sent_total{system="shop",component="a"} 2\n',
  );
  assertStringIncludes(
    text,
    'harness_channel_acknowledged_total{system="shop",channel="a.out -> b.in",type="data_stream"} 2\n',
  );
  assertStringIncludes(text, 'harness_dead_letters_total{system="shop"} 0\n');
  assert(text.endsWith("\n"));
});

Deno.test("toPrometheus() keeps to the text format, line by line", async () => {
  const sample =
    /^harness_[a-z_]+\{([a-z]+="(?:[^"\\\n]|\\[\\"n])*",?)+\} \d+(\.\d+)?(e-\d+)?$/;
  const announced = new Set<string>();
  for (const line of (await scrape('a"b\\c\nd')).trimEnd().split("\n")) {
    const type = /^# TYPE (\S+) (counter|gauge)$/.exec(line);
    if (type) announced.add(type[1] ?? "");
    if (line.startsWith("#")) continue;
    assert(sample.test(line), line);
    assert(announced.has(line.slice(0, line.indexOf("{"))), line);
  }
  assertEquals(announced.size, 29);
});

async function scrape(name: string): Promise<string> {
  const harness = new SystemExecutionHarness({ name })
    .registerComponent(source("a", [1, 2]))
    .registerComponent(sink("b", []))
    .connect("a.out", "b.in");
  await harness.run();
  return toPrometheus(harness.metrics());
}

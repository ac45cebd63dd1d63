import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { adminHandler } from "./admin_handler.ts";
import { ADMIN_SCRIPT } from "./admin_script.ts";
import { markup } from "./markup.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { Double, IN, OUT } from "./test_doubles.ts";

const NASTY = `"><script>alert('x')</script><img src=x onerror=alert(1)>&`;

Deno.test("markup escapes all data, in text, attributes and lists, and nothing twice", () => {
  const inner = markup`<b>${NASTY}</b>`;
  assertEquals(
    markup`<a title="${"\"'<"}">${[inner, 1, undefined]}</a>`.text,
    '<a title="&quot;&#39;&lt;"><b>&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;' +
      "&lt;img src=x onerror=alert(1)&gt;&amp;</b>1</a>",
  );
});

Deno.test("adminPage() leaves names what they are: text", async () => {
  const text = await pageOf(chain(2, NASTY));
  assertEquals(text.match(/<script/g)?.length, 1);
  assert(!text.includes("<img"));
  assertStringIncludes(text, "&lt;script&gt;");
});

Deno.test("adminPage() runs its own style and script alone, by a nonce of each answer", async () => {
  const handler = adminHandler(chain(1));
  const nonces = new Set<string>();
  for (let round = 0; round < 2; round++) {
    const response = await handler(new Request("http://localhost/"));
    const policy = response.headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'nonce-([\w-]+)'/.exec(policy)?.[1] ?? "";
    const text = await response.text();
    assertStringIncludes(text, `<script nonce="${nonce}">`);
    assertStringIncludes(text, `<style nonce="${nonce}">`);
    assert(
      !/\s(?:style|on\w+)="/.test(text),
      "found an inline style or handler",
    );
    assert(!/(?:src|href)="(?!#|data:,"|state"|metrics")/.test(text));
    nonces.add(nonce);
  }
  assertEquals(nonces.size, 2);
});

Deno.test("adminPage() has a script that compiles, makes no markup and evaluates nothing", () => {
  new Function(ADMIN_SCRIPT);
  assert(
    !/innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|<\/script/i
      .test(ADMIN_SCRIPT),
  );
});

Deno.test("adminPage() draws up to 200 components, and says so above", async () => {
  for (const count of [1, 200]) {
    const text = await pageOf(chain(count));
    assertEquals(text.match(/class="node"/g)?.length, count);
  }
  const text = await pageOf(chain(201));
  assert(!text.includes('class="node"'));
  assertStringIncludes(
    text,
    "The graph is left out: 201 components are more than the 200",
  );
  assertEquals(text.match(/id="component-\d+"/g)?.length, 201);
});

Deno.test("adminPage() draws answers apart, and finds the channels around a foreign stream", async () => {
  const harness = new SystemExecutionHarness();
  const names = ["a", "b", "c", "d"];
  for (const name of names) {
    harness.registerComponent(new Double(name, { ports: { ...IN, ...OUT } }));
  }
  harness.connect("a.out", "b.in", { stream: new TransformStream() })
    .connect("b.out", "c.in", { type: "request_reply" })
    .connect("c.out", "d.in");
  await harness.start();
  const handler = adminHandler(harness);
  const state = await (await handler(new Request("http://localhost/state")))
    .json();
  const places = state.topology.connections.map((
    { channel, inbound, reply }: Record<string, number>,
  ) => [channel, inbound, reply]);
  assertEquals(places, [[0, 1, undefined], [2, undefined, 3], [
    4,
    undefined,
    undefined,
  ]]);
  const text = await (await handler(new Request("http://localhost/"))).text();
  const lines = [...text.matchAll(/class="line (\w+)" data-line="(\d+)"/g)];
  assertEquals(lines.map(([, kind, channel]) => `${kind} ${channel}`), [
    "data 0",
    "request 2",
    "reply 3",
    "data 4",
  ]);
  await harness.stop();
});

function chain(count: number, suffix = ""): SystemExecutionHarness {
  const harness = new SystemExecutionHarness({ name: `chain${suffix}` });
  const name = (index: number) => `c${index}${suffix}`;
  for (let index = 0; index < count; index++) {
    harness.registerComponent(
      new Double(name(index), { ports: { ...IN, ...OUT } }),
    );
    if (index > 0) {
      harness.connect(`${name(index - 1)}.out`, `${name(index)}.in`);
    }
  }
  return harness;
}

async function pageOf(harness: SystemExecutionHarness): Promise<string> {
  const response = await adminHandler(harness)(
    new Request("http://localhost/"),
  );
  return await response.text();
}

import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  type ConnectionDescription,
  type GraphDescription,
  parseAddress,
} from "./graph.ts";
import { startOrder } from "./start_order.ts";

Deno.test("startOrder() puts receivers before senders", () => {
  assertEquals(startOrder(graph("a>b b>c")), ["c", "b", "a"]);
  assertEquals(startOrder(graph("a>b a>c b>d c>d")), ["d", "b", "c", "a"]);
});

Deno.test("startOrder() keeps the given order where nothing decides, and in cycles", () => {
  assertEquals(startOrder(graph("a>z b>z")), ["z", "a", "b"]);
  assertEquals(startOrder(graph("a>b b>a")), ["b", "a"]);
});

Deno.test("startOrder() does not count connections that carry answers", () => {
  const description: GraphDescription = {
    ...graph("gateway>controller controller>gateway"),
    components: [
      {
        name: "controller",
        ports: [{ name: "in", direction: "in", replies: "out" }],
      },
      { name: "gateway", ports: [] },
    ],
  };
  assertEquals(startOrder(description), ["controller", "gateway"]);
});

Deno.test("startOrder() orders a chain longer than the call stack", () => {
  const length = 50_000;
  const chain = Array.from({ length }, (_, i) => `c${i}>c${i + 1}`).join(" ");
  const order = startOrder(graph(chain));
  assertEquals([order[0], order.at(-1)], [`c${length}`, "c0"]);
});

Deno.test("startOrder() keeps what is declared, also where the connections say otherwise", () => {
  const cases: readonly [string, Readonly<Record<string, string>>, string][] = [
    ["a>b", { b: "a" }, "a b"], // against a connection
    ["a>b b>c", { c: "a" }, "b a c"], // against two: one of them is kept
    ["a>b b>a", { a: "b" }, "b a"], // settles a cycle
    ["a>b b>a", { b: "a" }, "a b"],
    ["a>b c>d", { b: "c" }, "d c b a"], // without a channel
  ];
  for (const [edges, after, wanted] of cases) {
    assertEquals(startOrder(graph(edges, after)).join(" "), wanted, edges);
  }
});

Deno.test("startOrder() keeps everything declared, and every connection that does not contradict it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(NODE, NODE)),
      fc.array(fc.tuple(NODE, NODE)),
      (edges, pairs) => {
        const after: Record<string, string[]> = {};
        // Only towards smaller numbers: no circle.
        for (const [a, b] of pairs) {
          if (a > b) (after[`c${a}`] ??= []).push(`c${b}`);
        }
        const order = startOrder(numbered(edges, after));
        const place = new Map(order.map((name, index) => [name, index]));
        assertEquals(order.length, NODES);
        for (const [name, names] of Object.entries(after)) {
          for (const other of names) {
            assert(
              place.get(other)! < place.get(name)!,
              `${name} before ${other}`,
            );
          }
        }
        // Connections towards smaller numbers, like what is declared, have no circle: nothing excuses them.
        const sound = edges.filter(([from, to]) => from > to);
        const soundOrder = startOrder(numbered(sound, after));
        for (const [from, to] of sound) {
          assert(soundOrder.indexOf(`c${to}`) < soundOrder.indexOf(`c${from}`));
        }
      },
    ),
  );
});

Deno.test("startOrder() orders declarations longer than the call stack", () => {
  const length = 50_000;
  const components = Array.from({ length }, (_, i) => ({
    name: `c${i}`,
    ports: [],
    after: i + 1 < length ? [`c${i + 1}`] : [],
  }));
  const order = startOrder({ components, connections: [] });
  assertEquals([order[0], order.at(-1)], [`c${length - 1}`, "c0"]);
});

Deno.test("parseAddress() refuses what is not component.port", () => {
  for (const text of ["", "a", "a.", ".b", "a.b.c"]) {
    assertThrows(() => parseAddress(text), TypeError, '"component.port"');
  }
});

const NODES = 6;
const NODE = fc.nat(NODES - 1);

function numbered(
  edges: readonly (readonly [number, number])[],
  after: Readonly<Record<string, readonly string[]>>,
): GraphDescription {
  return {
    components: Array.from({ length: NODES }, (_, i) => ({
      name: `c${i}`,
      ports: [],
      after: after[`c${i}`],
    })),
    connections: edges.map(([from, to]) => connection(`c${from}`, `c${to}`)),
  };
}

function connection(from: string, to: string): ConnectionDescription {
  return {
    from: { component: from, port: "out" },
    to: { component: to, port: "in" },
    type: "data_stream",
    bufferSize: 1,
  };
}

function graph(
  edges: string,
  after: Readonly<Record<string, string>> = {},
): GraphDescription {
  const connections = edges.split(" ").map((edge) => {
    const [from, to] = edge.split(">");
    return connection(from ?? "", to ?? "");
  });
  const names = new Set(
    connections.flatMap(({ from, to }) => [from.component, to.component]),
  );
  return {
    components: [...names].map((name) => ({
      name,
      ports: [],
      after: after[name]?.split(" "),
    })),
    connections,
  };
}

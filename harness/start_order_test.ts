import { assertEquals, assertThrows } from "@std/assert";
import { type GraphDescription, parseAddress } from "./graph.ts";
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

Deno.test("parseAddress() refuses what is not component.port", () => {
  for (const text of ["", "a", "a.", ".b", "a.b.c"]) {
    assertThrows(() => parseAddress(text), TypeError, '"component.port"');
  }
});

function graph(edges: string): GraphDescription {
  const connections = edges.split(" ").map((edge) => {
    const [from, to] = edge.split(">");
    return {
      from: { component: from ?? "", port: "out" },
      to: { component: to ?? "", port: "in" },
      type: "data_stream" as const,
      bufferSize: 1,
    };
  });
  const names = new Set(
    connections.flatMap(({ from, to }) => [from.component, to.component]),
  );
  return {
    components: [...names].map((name) => ({ name, ports: [] })),
    connections,
  };
}

import { assertEquals } from "@std/assert";
import { checkGraph } from "./check_graph.ts";
import {
  type BindingType,
  type ConnectionDescription,
  type GraphDescription,
  parseAddress,
  type PortDescription,
} from "./graph.ts";

const OUT: PortDescription = { name: "out", direction: "out" };
const IN: PortDescription = { name: "in", direction: "in" };

Deno.test("checkGraph() finds nothing wrong with a sound graph", () => {
  assertEquals(check({ a: [OUT], b: [IN] }, [connection("a.out", "b.in")]), []);
});

Deno.test("checkGraph() names an unknown component, and those there are", () => {
  const connections = [connection("x.out", "b.in")];
  assertEquals(check({ a: [OUT], b: [IN] }, connections), [
    'unknown_component: Cannot connect "x.out" to "b.in": found no component "x", wanted "a" or "b"',
    'unconnected_port: Port "a.out" is not connected: sending from it will fail',
  ]);
});

Deno.test("checkGraph() names an unknown port, and those there are", () => {
  const connections = [
    connection("a.out", "b.input"),
    connection("a.out", "b.in"),
  ];
  assertEquals(check({ a: [OUT], b: [IN] }, connections), [
    'unknown_port: Cannot connect "a.out" to "b.input": found no port "input" on "b", wanted "in"',
  ]);
});

Deno.test("checkGraph() refuses a connection in the wrong direction", () => {
  assertEquals(check({ a: [OUT], b: [IN] }, [connection("b.in", "a.out")]), [
    'wrong_direction: Cannot connect "b.in" to "a.out": found "b.in" to be an in port, wanted an out port',
    'wrong_direction: Cannot connect "b.in" to "a.out": found "a.out" to be an out port, wanted an in port',
  ]);
});

Deno.test("checkGraph() says which type was found and which was wanted", () => {
  const components = {
    orders: [{ ...OUT, type: "Order" }],
    billing: [{ ...IN, type: "Invoice" }],
  };
  assertEquals(check(components, [connection("orders.out", "billing.in")]), [
    'type_mismatch: Cannot connect "orders.out" to "billing.in": found Order, wanted Invoice',
  ]);
});

Deno.test("checkGraph() accepts any type where one end declares none or unknown", () => {
  const order = { ...OUT, type: "Order" };
  for (const port of [IN, { ...IN, type: "unknown" }]) {
    assertEquals(
      check({ a: [order], b: [port] }, [connection("a.out", "b.in")]),
      [],
    );
  }
});

Deno.test("checkGraph() compares the types of replies on request_reply connections", () => {
  const components = {
    a: [{ ...OUT, replyType: "Order" }],
    b: [{ ...IN, replyType: "Invoice" }],
  };
  assertEquals(
    check(components, [connection("a.out", "b.in", "request_reply")]),
    [
      'type_mismatch: Cannot connect "a.out" to "b.in": found reply Invoice, wanted reply Order',
    ],
  );
  assertEquals(check(components, [connection("a.out", "b.in")]), []);
});

Deno.test("checkGraph() refuses a capacity that is not an integer of at least 1", () => {
  const connections = [{ ...connection("a.out", "b.in"), bufferSize: 0 }];
  assertEquals(check({ a: [OUT], b: [IN] }, connections), [
    'invalid_capacity: Cannot connect "a.out" to "b.in": found buffer size 0, wanted an integer of at least 1',
  ]);
});

Deno.test("checkGraph() refuses a connection made twice, and a name given twice", () => {
  const graph: GraphDescription = {
    components: [
      { name: "a", ports: [OUT] },
      { name: "b", ports: [IN] },
      { name: "a", ports: [OUT] },
    ],
    connections: [connection("a.out", "b.in"), connection("a.out", "b.in")],
  };
  const findings = checkGraph(graph);
  assertEquals(
    findings.map(({ code, connection, component }) => ({
      code,
      connection,
      component,
    })),
    [
      {
        code: "duplicate_connection",
        connection: 1,
        component: undefined,
      },
      { code: "duplicate_component", connection: undefined, component: "a" },
    ],
  );
});

Deno.test("checkGraph() refuses a reply port that does not exist or points the wrong way", () => {
  const components = {
    a: [{ ...OUT, replies: "answers" }, IN],
    b: [{ ...IN, replies: "in" }, OUT],
  };
  const connections = [
    connection("a.out", "b.in", "request_reply"),
    connection("b.out", "a.in", "request_reply"),
  ];
  assertEquals(check(components, connections), [
    'unknown_reply_port: Cannot reply by "a.answers": found no such port, wanted an in port, as "a.out" is an out port',
    'unknown_reply_port: Cannot reply by "b.in": found an in port, wanted an out port, as "b.in" is an in port',
  ]);
});

Deno.test("checkGraph() warns of unconnected ports, but not of error ports and reply ports", () => {
  const components = {
    a: [
      { ...OUT, replies: "answers" },
      { name: "answers", direction: "in" as const },
      { name: "error", direction: "out" as const },
    ],
    b: [IN],
  };
  const findings = checkGraph(graphOf(components, []));
  assertEquals(
    findings.map(({ severity, component, port }) => [
      severity,
      component,
      port,
    ]),
    [["warning", "a", "out"], ["warning", "b", "in"]],
  );
});

type Ports = Readonly<Record<string, readonly PortDescription[]>>;

function check(
  components: Ports,
  connections: readonly ConnectionDescription[],
): string[] {
  return checkGraph(graphOf(components, connections))
    .map(({ code, message }) => `${code}: ${message}`);
}

function graphOf(
  components: Ports,
  connections: readonly ConnectionDescription[],
): GraphDescription {
  return {
    components: Object.entries(components)
      .map(([name, ports]) => ({ name, ports })),
    connections,
  };
}

function connection(
  from: string,
  to: string,
  type: BindingType = "data_stream",
): ConnectionDescription {
  return {
    from: parseAddress(from),
    to: parseAddress(to),
    type,
    bufferSize: 10,
  };
}

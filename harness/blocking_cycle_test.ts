import { assertEquals } from "@std/assert";
import { findBlockingCycles } from "./blocking_cycle.ts";
import type { FullPolicy } from "./channel_stats.ts";
import {
  type BindingType,
  type ConnectionDescription,
  type GraphDescription,
  parseAddress,
  type PortDescription,
} from "./graph.ts";

Deno.test("findBlockingCycles() writes the cycle in words, without what leads to it and away", () => {
  const findings = findBlockingCycles(
    graph("s.out>a.in", "a.out>b.in", "b.out>c.in", "c.out>a.in", "c.out>t.in"),
  );
  assertEquals(findings.map(({ message }) => message), [
    'Cannot run the cycle from "a.out" to "b.in", then "b.out" to "c.in", then "c.out" to "a.in": ' +
    "found every channel blocking when full, wanted one that drops, or a request_reply connection",
  ]);
  assertEquals([findings[0]?.connection, findings[0]?.component], [1, "a"]);
});

Deno.test("findBlockingCycles() finds a component that sends to itself, and every separate cycle", () => {
  const findings = findBlockingCycles(
    graph("a.out>a.in", "b.out>c.in", "c.out>b.in"),
  );
  assertEquals(findings.map(({ component }) => component), ["a", "b"]);
});

Deno.test("findBlockingCycles() reports a cycle for every component that is in one", () => {
  const findings = findBlockingCycles(
    graph("a.out>b.in", "b.out>a.in", "b.out>c.in", "c.out>b.in"),
  );
  assertEquals(findings.map(({ component }) => component), ["a", "c"]);
});

Deno.test("findBlockingCycles() accepts a cycle with one channel that does not block", () => {
  for (const policy of ["drop-oldest", "drop-newest", "fail"] as const) {
    assertEquals(
      findBlockingCycles(graph("a.out>b.in", `b.out>a.in ${policy}`)),
      [],
    );
  }
});

Deno.test("findBlockingCycles() accepts a loop of requests and replies", () => {
  assertEquals(
    findBlockingCycles(graph("a.out>b.in request_reply", "b.out>a.in")),
    [],
  );
});

Deno.test("findBlockingCycles() accepts an explicit pair of request and reply connections", () => {
  const connections = [
    connectionOf("gateway.requests>controller.requests"),
    connectionOf("controller.responses>gateway.responses"),
  ];
  const requester: GraphDescription = {
    components: [
      {
        name: "gateway",
        ports: [
          { name: "requests", direction: "out", replies: "responses" },
          { name: "responses", direction: "in" },
        ],
      },
      { name: "controller", ports: [] },
    ],
    connections,
  };
  assertEquals(findBlockingCycles(requester), []);
  const answerer: GraphDescription = {
    components: [
      { name: "gateway", ports: [] },
      {
        name: "controller",
        ports: [{ name: "requests", direction: "in", replies: "responses" }],
      },
    ],
    connections,
  };
  assertEquals(findBlockingCycles(answerer), []);
});

Deno.test("findBlockingCycles() finds a cycle that comes back by a port for answers, but from somebody else", () => {
  const description = graph("a.out>b.in", "b.out>c.in", "c.out>a.answers");
  const [a, ...others] = description.components;
  const ports: PortDescription[] = [
    { name: "out", direction: "out", replies: "answers" },
    { name: "answers", direction: "in" },
  ];
  const components = [{ ...a!, ports }, ...others];
  // c was not asked, so nobody but the handlers of a takes what it sends.
  assertEquals(
    findBlockingCycles({ ...description, components }).map(({ code }) => code),
    ["blocking_cycle"],
  );
});

Deno.test("findBlockingCycles() accepts a diamond and a long chain", () => {
  const chain = Array.from(
    { length: 20_000 },
    (_, i) => `c${i}.out>c${i + 1}.in`,
  );
  const diamond = ["a.out>b.in", "a.out>c.in", "b.out>d.in", "c.out>d.in"];
  assertEquals(findBlockingCycles(graph(...diamond, ...chain)), []);
});

function graph(...connections: readonly string[]): GraphDescription {
  const described = connections.map(connectionOf);
  const names = new Set(
    described.flatMap(({ from, to }) => [from.component, to.component]),
  );
  return {
    components: [...names].map((name) => ({ name, ports: [] })),
    connections: described,
  };
}

function connectionOf(text: string): ConnectionDescription {
  const [ends = "", word] = text.split(" ");
  const [from = "", to = ""] = ends.split(">");
  const type: BindingType = word === "request_reply" ? word : "data_stream";
  const whenFull = type === "request_reply" || word === undefined
    ? "block"
    : word as FullPolicy; // the tests above write only policies here
  return {
    from: parseAddress(from),
    to: parseAddress(to),
    type,
    whenFull,
    bufferSize: 1,
  };
}

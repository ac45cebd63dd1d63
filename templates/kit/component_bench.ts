/**
 * A bench for one component: the test is everything around it.
 *
 * @module
 */
import {
  HarnessComponent,
  type PortSpec,
  SystemExecutionHarness,
} from "@autocoder/harness";
import type { EntitySpec } from "./entity_spec.ts";
import type { MemoryDatabase } from "./memory_database.ts";

/** Stands in for whatever an output port leads to. */
export type Stub = (data: never) => unknown;

/** A component that runs alone. */
export interface ComponentBench extends AsyncDisposable {
  /** Sends a request to an input port and waits for the reply. */
  request<R>(port: string, data: unknown): Promise<R>;
}

/** Starts a component whose input ports the test feeds and whose output ports lead to stubs. */
export async function benchComponent(
  component: HarnessComponent<unknown>,
  stubs: Readonly<Record<string, Stub>>,
): Promise<ComponentBench> {
  const harness = new SystemExecutionHarness({ name: "bench" });
  const ports = Object.entries(component.ports);
  const inputs = ports.filter(([name, port]) =>
    port.direction === "in" && !isReplyPort(component, name)
  );
  const driver = new Driver(inputs.map(([name]) => name));
  harness.registerComponent(component).registerComponent(driver);
  for (const [name] of inputs) {
    harness.connect(`test.${name}`, `${component.name}.${name}`, {
      type: "request_reply",
    });
  }
  for (const [port, stub] of Object.entries(stubs)) {
    const server = new StubServer(`stub_${port}`, stub);
    harness.registerComponent(server);
    harness.connect(`${component.name}.${port}`, `${server.name}.in`, {
      type: "request_reply",
    });
  }
  await harness.start();
  return {
    request: (port, data) => driver.ask(port, data),
    [Symbol.asyncDispose]: async () => void await harness.stop(),
  };
}

/** Leaves out the references to other entities, which are not there on a bench. */
export function standalone(spec: EntitySpec): EntitySpec {
  const fields = Object.entries(spec.fields).map((
    [name, { references: _left, ...field }],
  ) => [name, field] as const);
  return { ...spec, fields: Object.fromEntries(fields) };
}

/** Adds a table with one row, for the references of an entity that is alone on its bench. */
export function standIn(
  database: MemoryDatabase,
  table: string,
  id: string | null,
): void {
  if (id === null) return;
  const spec = { name: table, label: table, path: `/${table}`, table };
  const time = "2030-01-01T00:00:00.000Z";
  database.openTable({ ...spec, fields: {}, search: [] })
    .put({ id, createdAt: time, updatedAt: time }, 1);
}

function isReplyPort(
  component: HarnessComponent<unknown>,
  name: string,
): boolean {
  return Object.values(component.ports).some((port) => port.replies === name);
}

class Driver extends HarnessComponent {
  override readonly ports: Readonly<Record<string, PortSpec>>;

  constructor(inputs: readonly string[]) {
    super("test", undefined);
    this.ports = Object.fromEntries(
      inputs.map((name) => [name, { direction: "out" }]),
    );
  }

  /** Lives until the bench is cleared. */
  override process(): Promise<void> {
    const { signal } = this;
    return new Promise((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  ask<R>(port: string, data: unknown): Promise<R> {
    return this.request<R>(port, data);
  }
}

class StubServer extends HarnessComponent {
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    in: { direction: "in" },
  };
  readonly #stub: Stub;

  constructor(name: string, stub: Stub) {
    super(name, undefined);
    this.#stub = stub;
  }

  override process(): Promise<void> {
    return this.serve({ in: (data: never) => this.#stub(data) });
  }
}

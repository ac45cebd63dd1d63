/**
 * Errors and what becomes of them: a store that fails for a while, a component that dies, a reply that
 * comes too late, a message that nobody can handle.
 *
 * @module
 */
import {
  HarnessComponent,
  type Log,
  type PortSpec,
  RequestTimeout,
  SystemExecutionHarness,
} from "@autocoder/harness";
import { print } from "../record.ts";

class Store extends HarnessComponent {
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "string" },
  };
  broken = false;
  readonly late = Promise.withResolvers<string>();

  override process(): Promise<void> {
    return this.serve({
      execute: (command: string) => {
        if (this.broken) throw new Error("the disk is gone");
        return command === "slow" ? this.late.promise : `done: ${command}`;
      },
    });
  }
}

class Client extends HarnessComponent {
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    ask: { direction: "out", type: "string" },
  };

  override process(): Promise<void> {
    return new Promise((resolve) =>
      this.signal.addEventListener("abort", () => resolve(), { once: true })
    );
  }

  ask(command: string, timeoutMs = 1000): Promise<string> {
    return this.request<string>("ask", command, { timeoutMs });
  }
}

class Doomed extends HarnessComponent {
  readonly died = Promise.withResolvers<void>();

  override async process(): Promise<void> {
    await Promise.resolve();
    queueMicrotask(() => this.died.resolve());
    throw new Error("this component fails on purpose");
  }
}

const log: Log = (entry) =>
  print(
    `log  ${
      JSON.stringify(
        entry,
        (_, value) => value instanceof Error ? value.message : value,
      )
    }\n`,
  );

async function told(what: string, promise: Promise<unknown>): Promise<unknown> {
  try {
    const value = await promise;
    print(`${what}: ${JSON.stringify(value)}\n`);
    return value;
  } catch (error) {
    print(
      `${what}: ${
        error instanceof Error ? `${error.name}: ${error.message}` : error
      }\n`,
    );
    return error;
  }
}

function expect(condition: boolean, what: string): void {
  print(`${condition ? "ok  " : "FAIL"} ${what}\n`);
  if (!condition) throw new Error(what);
}

if (import.meta.main) {
  const harness = new SystemExecutionHarness({ name: "recovery", log });
  const [store, client, doomed] = [
    new Store("store", {}),
    new Client("client", {}),
    new Doomed("doomed", {}),
  ];
  harness.registerComponent(store).registerComponent(client).registerComponent(
    doomed,
  );
  harness.connect("client.ask", "store.execute", { type: "request_reply" });
  await harness.start();
  await doomed.died.promise;

  expect(
    await told("a request", client.ask("one")) === "done: one",
    "the store answers",
  );
  store.broken = true;
  expect(
    await told(
      "a request while the store is broken",
      client.ask("two"),
    ) instanceof Error,
    "the failure reaches the requester",
  );
  expect(
    harness.deadLetters.length === 1,
    "the message is kept as a dead letter",
  );
  store.broken = false;
  expect(
    await told("a request afterwards", client.ask("three")) === "done: three",
    "the store has recovered",
  );
  expect(
    await told(
      "a request without an answer in time",
      client.ask("slow", 50),
    ) instanceof RequestTimeout,
    "the deadline holds",
  );
  store.late.resolve("too late");
  expect(
    await told("a request after the late reply", client.ask("four")) ===
      "done: four",
    "the late reply disturbs nobody",
  );

  const states = Object.fromEntries(
    harness.health().components.map(({ name, state }) => [name, state]),
  );
  print(`states: ${JSON.stringify(states)}\n`);
  expect(
    states.doomed === "error" && states.store === "running",
    "one component's failure leaves the others running",
  );
  const report = await harness.stop();
  print(
    `stop: ${
      JSON.stringify(
        report,
        (_, value) => value instanceof Error ? value.message : value,
      )
    }\n`,
  );
  expect(
    report.ledger.unbalanced.length === 0,
    "every message is accounted for",
  );
}

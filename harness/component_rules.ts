import type { ComponentRig, RigOptions } from "./component_rig.ts";
import type { ComponentSubject } from "./component_subject.ts";

/** One sentence of the contract of a component. */
export interface ComponentRule {
  /** The sentence. */
  readonly name: string;
  /** Whether nothing else can be checked when it is broken. */
  readonly isFirst?: boolean;
  /** What it needs around the component. */
  readonly rig?: RigOptions;
  /** Tells whether it has to do with a component at all. */
  readonly concerns: (subject: ComponentSubject) => boolean;
  /** Rejects with what was found and what was wanted when the component, which runs, does not keep it. */
  readonly check: (rig: ComponentRig) => Promise<void>;
}

/** The contract of a component, rule by rule. */
export const COMPONENT_RULES: readonly ComponentRule[] = [
  {
    name: "sets up in time, and comes to run",
    isFirst: true,
    concerns: () => true,
    check: ({ life: { states } }) =>
      expect("states ", states.slice(0, 2), ["ready", "running"]),
  },
  {
    name: "leaves its status to the harness: ready, running, stopping, stopped",
    concerns: () => true,
    async check(rig) {
      await rig.work();
      await rig.stop();
      const wanted = ["ready", "running", "stopping", "stopped"];
      await expect("states ", rig.life.states, wanted);
    },
  },
  {
    name: "leaves setup(), process() and cleanup() to the harness: once each",
    concerns: () => true,
    async check(rig) {
      await rig.work();
      await rig.stop();
      const wanted = ["setup", "process", "cleanup"];
      await expect("calls of ", rig.life.calls, wanted);
    },
  },
  {
    name: "takes every message of every in port",
    concerns: hasInputs,
    async check(rig) {
      await rig.work();
      const left = rig.inChannels()
        .filter(({ depth, waitingSenders }) => depth + waitingSenders > 0)
        .map(({ name }) => name);
      await expect("messages left in ", left, []);
    },
  },
  {
    name: "deals with its messages without failure",
    concerns: () => true,
    async check(rig) {
      await rig.work();
      rig.assertNoFailure('of "messages"');
    },
  },
  {
    name: "deals with messages that come all at once",
    concerns: hasInputs,
    async check(rig) {
      rig.feed(rig.subject.options.messages, MANY);
      await rig.until(() => rig.isIdle);
      const found = rig.inChannels().map((stats) => stats.acknowledged);
      await expect("dealt with ", found, found.map(() => MANY));
    },
  },
  {
    name: "goes on after a message that fails",
    concerns: ({ options }) => Object.keys(options.failing).length > 0,
    async check(rig) {
      const { failing, messages } = rig.subject.options;
      const count = Object.values(failing).flat().length;
      rig.feed(failing);
      await rig.until(() => rig.isIdle);
      assertRuns(rig, 'after "failing"');
      await expect('failed of "failing": ', failures(rig), count);
      rig.feed(messages);
      await rig.until(() => rig.isIdle);
      assertRuns(rig, 'after "failing"');
      await expect("failures afterwards: ", failures(rig) - count, 0);
      await expect("idle afterwards: ", rig.isIdle, true);
    },
  },
  {
    name: "goes on after a request of its own fails",
    concerns: (subject) =>
      hasInputs(subject) && Object.keys(subject.options.replies).length > 0,
    async check(rig) {
      rig.failRequests(true);
      rig.feed(rig.subject.options.messages);
      await rig.until(() => rig.isIdle);
      assertRuns(rig, "after failed requests");
      rig.failRequests(false);
      const before = failures(rig);
      await rig.work();
      assertRuns(rig, "after failed requests");
      await expect("failures afterwards: ", failures(rig) - before, 0);
      await expect("idle afterwards: ", rig.isIdle, true);
    },
  },
  {
    name: "takes no more than it can pass on while nobody takes what it sends",
    rig: { blocked: true },
    concerns: (subject) => hasInputs(subject) && subject.isSender,
    async check(rig) {
      rig.feed(rig.subject.options.messages, FLOOD);
      await rig.until(() => rig.isIdle);
      const waiting = rig.outChannels()
        .reduce((sum, { waitingSenders }) => sum + waitingSenders, 0);
      if (waiting < FLOOD / 2) return;
      throw new Error(
        `found ${waiting} sends that wait for room after ${FLOOD} messages, wanted it to wait for ` +
          `some before it takes more`,
      );
    },
  },
  {
    name: "ends when its inputs have closed",
    concerns: ({ options }) => options.until === "inputs",
    async check(rig) {
      await rig.work();
      rig.closeInputs();
      await assertEnds(rig);
    },
  },
  {
    name: "ends by itself",
    concerns: ({ options }) => options.until === "itself",
    check: assertEnds,
  },
  {
    name: "ends in time when it is to stop",
    concerns: () => true,
    async check(rig) {
      rig.feed(rig.subject.options.messages);
      const { abandoned } = await rig.stop();
      await expect("abandoned: ", abandoned.includes(rig.subject.name), false);
      await expect("state ", rig.component.status.state, "stopped");
    },
  },
  {
    name: "closes its outputs in cleanup(), as the one it overrides does",
    concerns: ({ outputs }) => outputs.length > 0,
    async check(rig) {
      await rig.stop();
      await expect("closed: ", rig.life.closedOutputs, true);
    },
  },
  {
    name: "accounts for every message",
    concerns: hasInputs,
    async check(rig) {
      rig.feed(rig.subject.options.messages, MANY);
      const { ledger: { balanced } } = await rig.stop();
      const lost = rig.inChannels().filter(({ depth, inHand, dropped }) =>
        depth + inHand + dropped > 0
      ).map(({ name, depth, inHand, dropped }) =>
        `${name}: ${depth} queued, ${inHand} in hand, ${dropped} dropped`
      );
      await expect("not accounted for: ", lost, []);
      await expect("balanced: ", balanced, true);
    },
  },
  {
    name: "can be started again",
    rig: { restarts: true },
    concerns: () => true,
    async check(rig) {
      const { component: { metrics, status } } = rig;
      const endsItself = rig.subject.options.until === "itself";
      if (!endsItself) {
        await rig.work();
        rig.crash();
      }
      await rig.until(() =>
        metrics.restarts > 0 && (endsItself || status.isRunning)
      );
      await expect("restarts: ", metrics.restarts > 0, true);
      if (!endsItself) assertRuns(rig, "when it was started again");
      await rig.work();
      rig.assertNoFailure("after it was started again");
      await expect("idle: ", rig.isIdle, true);
      const { abandoned } = await rig.stop();
      await expect("abandoned: ", abandoned.includes(rig.subject.name), false);
    },
  },
  {
    name: "leaves nothing behind: no alarm, no send, no request after its end",
    concerns: () => true,
    async check(rig) {
      await rig.work();
      await rig.stop();
      const { metrics } = rig.component;
      const before = { ...metrics };
      await expect("alarms on its clock: ", rig.alarms, 0);
      await rig.pass(rig.subject.options.deadlineMs / 10);
      await rig.until(() => true);
      const { sent, requests } = metrics;
      await expect("sent and requested after its end: ", [
        sent - before.sent,
        requests - before.requests,
      ], [0, 0]);
    },
  },
];

function hasInputs({ inputs }: ComponentSubject): boolean {
  return inputs.length > 0;
}

function failures({ component, harness }: ComponentRig): number {
  return Math.max(component.metrics.failed, harness.deadLetters.length);
}

function assertRuns(
  { component: { status } }: ComponentRig,
  when: string,
): void {
  if (status.isRunning) return;
  const { state, lastError } = status;
  const reason = state === "error" ? ` (${String(lastError)})` : "";
  throw new Error(`found it "${state}" ${when}${reason}, wanted "running"`);
}

async function assertEnds(rig: ComponentRig): Promise<void> {
  const { status } = rig.component;
  if (await rig.until(() => ["stopped", "error"].includes(status.state))) {
    return await expect("state ", status.state, "stopped");
  }
  throw new Error(
    `found it still "${status.state}" ${rig.afterDeadline}, wanted its end`,
  );
}

function expect(about: string, found: unknown, wanted: unknown): Promise<void> {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one === other) return Promise.resolve();
  return Promise.reject(new Error(`found ${about}${one}, wanted ${other}`));
}

/** Messages to each port, many more than fit into a channel. */
const MANY = 100;
/** Messages to each port, several times what handlers of one port may have in hand. */
const FLOOD = 400;

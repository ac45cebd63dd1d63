import type { Component, ComponentContext } from "./component.ts";
import type { ComponentState } from "./component_status.ts";
import { HarnessComponent } from "./harness_component.ts";

/** What a component was seen to do. */
export interface LifeRecord {
  /** Which of `setup`, `process` and `cleanup` were called, in order, by whomever. */
  readonly calls: readonly string[];
  /** Where its status was moved, in order, by whomever. */
  readonly states: readonly ComponentState[];
  /** Whether all its outputs were closed when its own `cleanup()` was done; undefined before. */
  readonly closedOutputs: boolean | undefined;
}

/** Records from now on what is done with a component. */
export function recordLife(component: Component): LifeRecord {
  const calls: string[] = [];
  const states: ComponentState[] = [];
  const record = {
    calls,
    states,
    closedOutputs: undefined as boolean | undefined,
  };
  const { setup, process, cleanup, status } = component;
  const { transitionTo } = status;
  Object.assign(component, {
    setup(context?: ComponentContext) {
      calls.push("setup");
      return setup.call(component, context);
    },
    process() {
      calls.push("process");
      return process.call(component);
    },
    async cleanup() {
      calls.push("cleanup");
      await cleanup.call(component);
      record.closedOutputs ??= outputsAreClosed(component);
    },
  });
  status.transitionTo = (next) => {
    states.push(next);
    transitionTo.call(status, next);
  };
  return record;
}

function outputsAreClosed(component: Component): boolean {
  return !(component instanceof HarnessComponent) ||
    [...component.sendStreams.values()].flat().every(({ closed }) => closed);
}

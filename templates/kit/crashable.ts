/**
 * Failures of components, for tests.
 *
 * @module
 */
import type { Component, ComponentContext } from "@autocoder/harness";

/** A component that fails when a test wants it to. */
export interface Crashable {
  /** Makes its `process()` throw. Resolves when the harness cleans it up; it stays down until `recover()`. */
  crash(): Promise<void>;
  /** Lets it start again. Resolves when it processes; rejects when it does not within ten seconds. */
  recover(): Promise<void>;
}

/**
 * Gives a test the power over a component's life. It must not have started yet.
 *
 * The failure is real: `process()` rejects under a harness that knows nothing of the test.
 */
export function crashable(component: Component<unknown>): Crashable {
  const { setup, process, cleanup } = component;
  let failure = Promise.withResolvers<never>();
  let down = Promise.withResolvers<void>();
  let allowed = Promise.withResolvers<void>();
  let up = Promise.withResolvers<void>();
  allowed.resolve(); // the first start

  component.setup = async (context?: ComponentContext) => {
    await allowed.promise;
    await setup.call(component, context);
  };
  component.process = async () => {
    failure = Promise.withResolvers();
    up.resolve();
    await Promise.race([process.call(component), failure.promise]);
  };
  component.cleanup = async () => {
    down.resolve();
    await cleanup.call(component);
  };
  return {
    crash() {
      [down, allowed, up] = [
        Promise.withResolvers(),
        Promise.withResolvers(),
        Promise.withResolvers(),
      ];
      failure.reject(new Error("made to fail by a test"));
      return down.promise;
    },
    async recover() {
      allowed.resolve();
      const problem = `found "${component.name}" not started again after 10 s`;
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => late.reject(new Error(problem)), 10_000);
      await Promise.race([up.promise, late.promise])
        .finally(() => clearTimeout(timer));
    },
  };
}

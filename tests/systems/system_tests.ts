/**
 * Registers the acceptance tests of an example: each scenario is a step against one running system.
 *
 * @module
 */
import {
  type Engine,
  type ExampleSystem,
  missingFor,
  startExample,
} from "./example_system.ts";

/** What a client expects of a system, by what it expects. */
export type Scenarios = Readonly<
  Record<string, (system: ExampleSystem) => Promise<void>>
>;

/** Options of {@link testExample}. */
export interface TestExampleOptions {
  /** The engines that the system has to behave alike on. */
  readonly engines: readonly Engine[];
  /** Settings of the system. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Tests an example on each engine; one that is not installed here is skipped, and says so. */
export async function testExample(
  name: string,
  scenarios: Scenarios,
  options: TestExampleOptions,
): Promise<void> {
  const { engines, env } = options;
  for (const engine of engines) {
    const missing = await missingFor(engine);
    Deno.test({
      name: `${name} on ${engine}${missing ? `, skipped: ${missing}` : ""}`,
      ignore: missing !== undefined,
      async fn(test) {
        await using system = await startExample(name, { engine, env });
        for (const [expected, scenario] of Object.entries(scenarios)) {
          await test.step(expected, () => scenario(system));
        }
      },
    });
  }
}

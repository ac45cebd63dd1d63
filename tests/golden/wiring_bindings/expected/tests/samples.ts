/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Task } from "../models/task.ts";

/** Makes a body that creates a task. */
export function taskBody(): Record<string, unknown> {
  return {
    data: { note: "anything" },
  };
}

/** Stores a task. */
export async function makeTask(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Task> {
  const body = { ...taskBody(), ...overrides };
  return expectValue(
    await system.taskController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Task;
}

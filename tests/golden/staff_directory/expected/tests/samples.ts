/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Employee } from "../models/employee.ts";
import type { Badge } from "../models/badge.ts";

/** Makes a body that creates an employee. */
export function employeeBody(): Record<string, unknown> {
  made++;
  return {
    name: "Some name",
    email: `someone${made}@example.com`,
  };
}

/** Stores an employee. */
export async function makeEmployee(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Employee> {
  const body = { ...employeeBody(), ...overrides };
  return expectValue(
    await system.employeeController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Employee;
}

/** Makes a body that creates a badge. */
export async function badgeBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    employeeId: (await makeEmployee(system)).id,
  };
}

/** Stores a badge. */
export async function makeBadge(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Badge> {
  const body = { ...await badgeBody(system), ...overrides };
  return expectValue(
    await system.badgeController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Badge;
}

// Counts what has been made, so that unique fields differ.
let made = 0;

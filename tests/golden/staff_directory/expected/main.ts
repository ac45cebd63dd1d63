/**
 * Who works for whom.
 *
 * Builds the system: its components, and the channels between them.
 *
 * @module
 */
import {
  type Log,
  SystemExecutionHarness,
  toPrometheus,
} from "@autocoder/harness";
import { StaffDirectoryAPIGateway } from "./components/api_gateway.ts";
import { EmployeeController } from "./components/employee_controller.ts";
import { EmployeeStore } from "./components/employee_store.ts";
import { BadgeController } from "./components/badge_controller.ts";
import { BadgeStore } from "./components/badge_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { MemoryDatabase } from "./kit/memory_database.ts";
import { runSystem } from "./kit/run_system.ts";
import { SUPERVISION } from "./kit/supervision.ts";

/**
 * A system that is built: its harness and its components.
 *
 * @internal
 */
export interface System {
  /** Starts, watches and stops the components. */
  readonly harness: SystemExecutionHarness;
  /** Serves the REST API and passes each request on to its controller. */
  readonly apiGateway: StaffDirectoryAPIGateway;
  /** Keeps the rules for an employee: answers requests with the help of the store. */
  readonly employeeController: EmployeeController;
  /** Keeps every employee: executes one command at a time. */
  readonly employeeStore: EmployeeStore;
  /** Keeps the rules for a badge: answers requests with the help of the store. */
  readonly badgeController: BadgeController;
  /** Keeps every badge: executes one command at a time. */
  readonly badgeStore: BadgeStore;
}

/**
 * Builds the system without starting it; the harness owns all of it, the database too.
 *
 * @internal
 */
export function buildSystem(config: SystemConfig, log?: Log): System {
  const database = new MemoryDatabase();
  const harness = new SystemExecutionHarness({
    name: "staff_directory",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new StaffDirectoryAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => harness.health(),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const employeeController = new EmployeeController("employee_controller", {});
  const employeeStore = new EmployeeStore("employee_store", { database });
  const badgeController = new BadgeController("badge_controller", {});
  const badgeStore = new BadgeStore("badge_store", { database });
  harness
    .registerComponent(apiGateway)
    .registerComponent(employeeController)
    .registerComponent(employeeStore)
    .registerComponent(badgeController)
    .registerComponent(badgeStore)
    .connect(
      "api_gateway.employee_requests",
      "employee_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.badge_requests", "badge_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("employee_controller.store_operation", "employee_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("badge_controller.store_operation", "badge_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    });
  return {
    harness,
    apiGateway,
    employeeController,
    employeeStore,
    badgeController,
    badgeStore,
  };
}

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}

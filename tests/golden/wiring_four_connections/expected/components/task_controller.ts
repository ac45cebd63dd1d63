/**
 * Applies the rules of tasks between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Task, TASK_SPEC } from "../models/task.ts";
import { checkTask } from "../validations/task_rules.ts";

/** Keeps the rules for a task: answers requests with the help of the store. */
export class TaskController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    requests: { direction: "in", type: "TaskRequest", replies: "responses" },
    store_results: { direction: "in", type: "TaskStoreResult" },
    responses: { direction: "out", type: "TaskReply" },
    store_commands: {
      direction: "out",
      type: "TaskStoreCommand",
      replies: "store_results",
    },
  };

  #tasks: EntityService<Task> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#tasks = new EntityService<Task>({
      spec: TASK_SPEC,
      defaults: {},
      check: checkTask,
      store: (command) => this.sendToStoreCommands(command),
    });
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      requests: (request: EntityRequest) => this.handleRequests(request),
    });
  }

  /** Answers a request that came in by `requests`. */
  handleRequests(request: EntityRequest): Promise<EntityReply<Task>> {
    if (!this.#tasks) throw new Error("The controller is not set up");
    return this.#tasks.handle(request);
  }

  /** Sends a command out by `store_commands` and waits for the store's result. */
  sendToStoreCommands(command: StoreCommand<Task>): Promise<StoreResult<Task>> {
    return this.request<StoreResult<Task>>("store_commands", command);
  }
}

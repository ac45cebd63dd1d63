/**
 * Applies the rules of projects between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Project, PROJECT_SPEC } from "../models/project.ts";
import { checkProject } from "../validations/project_rules.ts";

/** Keeps the rules for a project: answers requests with the help of the store. */
export class ProjectController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ProjectRequest" },
    store_operation: { direction: "out", type: "ProjectStoreCommand" },
  };

  #projects: EntityService<Project> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#projects = new EntityService<Project>({
      spec: PROJECT_SPEC,
      defaults: {},
      check: checkProject,
      store: (command) => this.sendToStoreOperation(command),
    });
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      process_request: (request: EntityRequest) =>
        this.handleProcessRequest(request),
    });
  }

  /** Answers a request that came in by `process_request`. */
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Project>> {
    if (!this.#projects) throw new Error("The controller is not set up");
    return this.#projects.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Project>,
  ): Promise<StoreResult<Project>> {
    return this.request<StoreResult<Project>>("store_operation", command);
  }
}

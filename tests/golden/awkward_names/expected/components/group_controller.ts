/**
 * Applies the rules of groups between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Group, GROUP_SPEC } from "../models/group.ts";
import { checkGroup } from "../validations/group_rules.ts";

/** Keeps the rules for a group: answers requests with the help of the store. */
export class GroupController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "GroupRequest" },
    store_operation: { direction: "out", type: "GroupStoreCommand" },
  };

  #groups: EntityService<Group> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#groups = new EntityService<Group>({
      spec: GROUP_SPEC,
      defaults: {
        order: null,
        class: "it's",
        default: "<%~ it.secret %>",
        newValue: true,
      },
      check: checkGroup,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Group>> {
    if (!this.#groups) throw new Error("The controller is not set up");
    return this.#groups.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Group>,
  ): Promise<StoreResult<Group>> {
    return this.request<StoreResult<Group>>("store_operation", command);
  }
}

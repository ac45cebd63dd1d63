/**
 * Applies the rules of doors between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Door, DOOR_SPEC } from "../models/door.ts";
import { checkDoor } from "../validations/door_rules.ts";

/** Keeps the rules for a door: answers requests with the help of the store. */
export class DoorController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "DoorRequest" },
    store_operation: { direction: "out", type: "DoorStoreCommand" },
  };

  #doors: EntityService<Door> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#doors = new EntityService<Door>({
      spec: DOOR_SPEC,
      defaults: { open: false },
      check: checkDoor,
      actions: { open: { set: { open: true } } },
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Door>> {
    if (!this.#doors) throw new Error("The controller is not set up");
    return this.#doors.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Door>,
  ): Promise<StoreResult<Door>> {
    return this.request<StoreResult<Door>>("store_operation", command);
  }
}

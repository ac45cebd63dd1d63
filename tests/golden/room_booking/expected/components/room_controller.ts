/**
 * Applies the rules of rooms between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Room, ROOM_SPEC } from "../models/room.ts";
import { checkRoom } from "../validations/room_rules.ts";

/** Keeps the rules for a room: answers requests with the help of the store. */
export class RoomController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "RoomRequest" },
    store_operation: { direction: "out", type: "RoomStoreCommand" },
  };

  #rooms: EntityService<Room> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#rooms = new EntityService<Room>({
      spec: ROOM_SPEC,
      defaults: { kind: "office" },
      check: checkRoom,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Room>> {
    if (!this.#rooms) throw new Error("The controller is not set up");
    return this.#rooms.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Room>,
  ): Promise<StoreResult<Room>> {
    return this.request<StoreResult<Room>>("store_operation", command);
  }
}

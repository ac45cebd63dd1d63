/**
 * Applies the rules of places between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Place, PLACE_SPEC } from "../models/place.ts";
import { checkPlace } from "../validations/place_rules.ts";

/** Keeps the rules for a place: answers requests with the help of the store. */
export class PlaceController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "PlaceRequest" },
    store_operation: { direction: "out", type: "PlaceStoreCommand" },
  };

  #places: EntityService<Place> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#places = new EntityService<Place>({
      spec: PLACE_SPEC,
      defaults: {},
      check: checkPlace,
      grants: OWNERSHIP,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Place>> {
    if (!this.#places) throw new Error("The controller is not set up");
    return this.#places.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Place>,
  ): Promise<StoreResult<Place>> {
    return this.request<StoreResult<Place>>("store_operation", command);
  }
}

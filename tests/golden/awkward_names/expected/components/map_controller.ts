/**
 * Applies the rules of maps between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { MAP_SPEC, type MapEntity } from "../models/map.ts";
import { checkMapEntity } from "../validations/map_rules.ts";

/** Keeps the rules for a map: answers requests with the help of the store. */
export class MapController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "MapEntityRequest" },
    store_operation: { direction: "out", type: "MapEntityStoreCommand" },
  };

  #maps: EntityService<MapEntity> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#maps = new EntityService<MapEntity>({
      spec: MAP_SPEC,
      defaults: { return: null },
      check: checkMapEntity,
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
  handleProcessRequest(
    request: EntityRequest,
  ): Promise<EntityReply<MapEntity>> {
    if (!this.#maps) throw new Error("The controller is not set up");
    return this.#maps.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<MapEntity>,
  ): Promise<StoreResult<MapEntity>> {
    return this.request<StoreResult<MapEntity>>("store_operation", command);
  }
}

/**
 * Applies the rules of parcel boxes between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { bulkChanges } from "../kit/bulk_changes.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type {
  BatchCommand,
  BatchResult,
  StoreCommand,
  StoreResult,
} from "../kit/store_command.ts";
import { PARCEL_BOX_SPEC, type ParcelBox } from "../models/parcel_box.ts";
import { checkParcelBox } from "../validations/parcel_box_rules.ts";

/** Keeps the rules for a parcel box: answers requests with the help of the store. */
export class ParcelBoxController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ParcelBoxRequest" },
    store_operation: { direction: "out", type: "ParcelBoxStoreCommand" },
  };

  #parcelBoxes: EntityService<ParcelBox> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#parcelBoxes = new EntityService<ParcelBox>({
      spec: PARCEL_BOX_SPEC,
      defaults: { dueOn: null, weightGrams: null, gateCode: null },
      check: checkParcelBox,
      grants: OWNERSHIP,
      bulk: bulkChanges((command) => this.sendToStoreOperationBatch(command)),
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
  ): Promise<EntityReply<ParcelBox>> {
    if (!this.#parcelBoxes) throw new Error("The controller is not set up");
    return this.#parcelBoxes.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<ParcelBox>,
  ): Promise<StoreResult<ParcelBox>> {
    return this.request<StoreResult<ParcelBox>>("store_operation", command);
  }

  /** Sends several writes out by `store_operation` and waits for the store's result. */
  sendToStoreOperationBatch(
    command: BatchCommand<ParcelBox>,
  ): Promise<BatchResult<ParcelBox>> {
    return this.request<BatchResult<ParcelBox>>("store_operation", command);
  }
}

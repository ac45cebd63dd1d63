/**
 * Applies the rules of settings between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Setting, SETTING_SPEC } from "../models/setting.ts";
import { checkSetting } from "../validations/setting_rules.ts";

/** Keeps the rules for a setting: answers requests with the help of the store. */
export class SettingController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "SettingRequest" },
    store_operation: { direction: "out", type: "SettingStoreCommand" },
  };

  #settings: EntityService<Setting> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#settings = new EntityService<Setting>({
      spec: SETTING_SPEC,
      defaults: { value: null },
      check: checkSetting,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Setting>> {
    if (!this.#settings) throw new Error("The controller is not set up");
    return this.#settings.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Setting>,
  ): Promise<StoreResult<Setting>> {
    return this.request<StoreResult<Setting>>("store_operation", command);
  }
}

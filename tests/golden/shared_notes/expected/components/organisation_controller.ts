/**
 * Applies the rules of organisations between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import {
  type Organisation,
  ORGANISATION_SPEC,
} from "../models/organisation.ts";
import { checkOrganisation } from "../validations/organisation_rules.ts";

/** Keeps the rules for an organisation: answers requests with the help of the store. */
export class OrganisationController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "OrganisationRequest" },
    store_operation: { direction: "out", type: "OrganisationStoreCommand" },
  };

  #organisations: EntityService<Organisation> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#organisations = new EntityService<Organisation>({
      spec: ORGANISATION_SPEC,
      defaults: { site: null },
      check: checkOrganisation,
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
  handleProcessRequest(
    request: EntityRequest,
  ): Promise<EntityReply<Organisation>> {
    if (!this.#organisations) throw new Error("The controller is not set up");
    return this.#organisations.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Organisation>,
  ): Promise<StoreResult<Organisation>> {
    return this.request<StoreResult<Organisation>>("store_operation", command);
  }
}

/**
 * Applies the rules of sqls between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { SQL_SPEC, type SQLEntity } from "../models/sql.ts";
import { checkSQLEntity } from "../validations/sql_rules.ts";

/** Keeps the rules for a sql: answers requests with the help of the store. */
export class SQLController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "SQLEntityRequest" },
    store_operation: { direction: "out", type: "SQLEntityStoreCommand" },
  };

  #sqls: EntityService<SQLEntity> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#sqls = new EntityService<SQLEntity>({
      spec: SQL_SPEC,
      defaults: {},
      check: checkSQLEntity,
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
  ): Promise<EntityReply<SQLEntity>> {
    if (!this.#sqls) throw new Error("The controller is not set up");
    return this.#sqls.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<SQLEntity>,
  ): Promise<StoreResult<SQLEntity>> {
    return this.request<StoreResult<SQLEntity>>("store_operation", command);
  }
}

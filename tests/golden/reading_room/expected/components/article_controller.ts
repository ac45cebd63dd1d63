/**
 * Applies the rules of articles between the API and the store.
 *
 * @module
 */
import {
  type ComponentContext,
  HarnessComponent,
  type PortSpec,
} from "@autocoder/harness";
import { logicComputation } from "../kit/computed_logic.ts";
import type { EntityLogic } from "../kit/entity_logic.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { keepLogic } from "../kit/logic_keeper.ts";
import type { LogicTally } from "../kit/logic_tally.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { ARTICLE_LOGIC_FIELDS } from "../logic/article_logic.ts";
import { type Article, ARTICLE_SPEC } from "../models/article.ts";
import { checkArticle } from "../validations/article_rules.ts";

/** What the controller may be given. */
export interface ArticleControllerConfig {
  /** Guards and hooks. @default there are none */
  readonly logic?: EntityLogic<Article>;
  /** Counts those that fail. @default nobody does */
  readonly tally?: LogicTally;
}

/** Keeps the rules for an article: answers requests with the help of the store. */
export class ArticleController
  extends HarnessComponent<ArticleControllerConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ArticleRequest" },
    store_operation: { direction: "out", type: "ArticleStoreCommand" },
  };

  #articles: EntityService<Article> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(context?: ComponentContext): void {
    const { logic, tally } = this.config;
    this.#articles = new EntityService<Article>({
      spec: ARTICLE_SPEC,
      defaults: { body: null, status: "draft", edits: 0, teaser: null },
      compute: logicComputation(ARTICLE_SPEC, ARTICLE_LOGIC_FIELDS),
      check: checkArticle,
      actions: {
        publish: { set: { status: "published" }, when: { status: ["draft"] } },
        retract: { set: { status: "draft" }, when: { status: ["published"] } },
      },
      logic: logic &&
        keepLogic({ spec: ARTICLE_SPEC, logic, tally, log: context?.log }),
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Article>> {
    if (!this.#articles) throw new Error("The controller is not set up");
    return this.#articles.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Article>,
  ): Promise<StoreResult<Article>> {
    return this.request<StoreResult<Article>>("store_operation", command);
  }
}

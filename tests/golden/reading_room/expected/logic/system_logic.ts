/**
 * All logic of the system that is asked around writes, by entity.
 *
 * @module
 */
import type { EntityLogic } from "../kit/entity_logic.ts";
import type { Article } from "../models/article.ts";
import { ARTICLE_LOGIC } from "./article_logic.ts";

/** Guards, logic of actions and hooks by entity; what is left out is not asked. */
export interface SystemLogic {
  /** Those of articles. */
  readonly article?: EntityLogic<Article>;
}

/** Those that the blueprint has. */
export const SYSTEM_LOGIC: SystemLogic = {
  article: ARTICLE_LOGIC,
};

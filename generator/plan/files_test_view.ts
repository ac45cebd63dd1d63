/**
 * What the contract tests of an entity's files check.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
import { withArticle } from "../blueprint/with_article.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { comment, name, tsLiteral } from "../../templates/safe_text.ts";
import type { FilesTestView } from "../../templates/views.ts";
import { pathOf } from "./contract_paths.ts";
import { filesOf, ruleOf } from "./file_view.ts";
import { gatewayOf } from "./main_view.ts";
import { makeName } from "./sample_views.ts";

/** Describes the tests of an entity's files; undefined where it has none. */
export function filesTestView(
  entity: EntityModel,
  system: SystemModel,
): FilesTestView | undefined {
  const files = filesOf(entity);
  return files.length === 0 || !entity.operations.includes("delete") ||
      entity.stateRules
    ? undefined
    : {
      one: comment(withArticle(entity.name.words)),
      path: pathOf(entity),
      makeName: makeName(entity),
      gateway: name(camelCase(gatewayOf(system).name)),
      users: system.users !== undefined,
      softDelete: entity.softDelete,
      files: files.map((field) => ({
        name: name(field.name),
        rule: tsLiteral(ruleOf(field)),
      })),
    };
}

/**
 * Which trials of an API of its own shape only some resources need.
 *
 * @module
 */
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { type Name, name } from "../../templates/safe_text.ts";
import { findEntity } from "./component_views.ts";
import { restores } from "./restore_view.ts";
import { hidesFields } from "./shown_view.ts";
import { leadsToTenants, leadsToUnseen } from "./sight_view.ts";
import { hasTrialStates } from "./state_subject_view.ts";

/** Makes trials of a resource. */
export interface TrialMaker {
  /** The function. */
  readonly constant: Name;
  /** The file of the kit that it is in. */
  readonly file: Name;
}

/** The makers of trials of a resource, beside those that every one has. */
export function moreTrials(
  resource: ResourceModel,
  system: SystemModel,
): readonly TrialMaker[] {
  const entity = findEntity(system, resource.entity);
  return [
    ...(system.idempotency
      ? [maker("resourceOnceTrials", "resource_once_trials")]
      : []),
    ...MAKERS.flatMap(({ constant, file, isNeeded }) =>
      isNeeded(entity, resource, system) ? [maker(constant, file)] : []
    ),
  ];
}

/** The files of the kit that those makers are in, and that trials of accounts need. */
export function moreTrialRoots(api: ApiModel, system: SystemModel): string[] {
  const used = MAKERS.filter(({ isNeeded }) =>
    api.resources.some((resource) =>
      isNeeded(findEntity(system, resource.entity), resource, system)
    )
  );
  const { users } = system;
  const hides = api.account !== undefined && users !== undefined &&
    hidesFields(findEntity(system, users.entity));
  return [
    ...used.map(({ file }) => file),
    ...(hides ? ["hidden_account_trials"] : []),
    ...(api.account && users?.tenant ? ["tenant_account_trials"] : []),
  ];
}

function maker(constant: string, file: string): TrialMaker {
  return { constant: name(constant), file: name(file) };
}

const MAKERS: readonly {
  readonly constant: string;
  readonly file: string;
  readonly isNeeded: (
    entity: EntityModel,
    resource: ResourceModel,
    system: SystemModel,
  ) => boolean;
}[] = [
  {
    constant: "hiddenTrials",
    file: "hidden_trials",
    isNeeded: (entity) => hidesFields(entity),
  },
  {
    constant: "unseenTrials",
    file: "unseen_trials",
    isNeeded: (_entity, resource, system) => leadsToUnseen(resource, system),
  },
  {
    constant: "tenantTrials",
    file: "tenant_trials",
    isNeeded: (_entity, resource, system) => leadsToTenants(resource, system),
  },
  {
    constant: "restorationTrials",
    file: "restoration_trials",
    isNeeded: (entity, resource) => restores(resource, entity),
  },
  {
    constant: "stateTrials",
    file: "state_trials",
    isNeeded: (_entity, resource, system) => hasTrialStates(resource, system),
  },
];

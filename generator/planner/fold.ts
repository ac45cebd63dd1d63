/**
 * Puts the statements of a request together: entities first, then what they have, then what can be done with them.
 *
 * @module
 */
import {
  type EntityDraft,
  newDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import type { EntityIndex } from "./entity_index.ts";
import { addOutcomes, foldAction } from "./fold_actions.ts";
import {
  entityOf,
  foldDeletion,
  foldFields,
  foldRelation,
  foldRules,
  spokenOf,
} from "./fold_fields.ts";
import { foldFeature } from "./fold_features.ts";
import { noteMany } from "./fold_links.ts";
import { foldOperations } from "./fold_operations.ts";
import { completeStates } from "./start_state.ts";
import type { Noun, Statement } from "./statement.ts";

/** A sentence's statements with the entity its heading is about. */
export interface FoldInput {
  /** What it says. */
  readonly statements: readonly Statement[];
  /** The entity its heading or the line above is about. */
  readonly entity?: Noun;
}

/** The draft, and what each statement became, sentence by sentence. */
export interface Folded {
  /** The system so far. */
  readonly draft: SystemDraft;
  /** The outcome of each statement, in the order they came in. */
  readonly outcomes: readonly (readonly Outcome[])[];
}

/** Puts statements together; later ones refine earlier ones. */
export function fold(
  sentences: readonly FoldInput[],
  index: EntityIndex,
): Folded {
  const draft = newDraft(index);
  const outcomes: Outcome[][] = sentences.map(() => []);
  for (const one of sentences.flatMap(({ statements }) => statements)) {
    noteVerb(draft, one);
  }
  noteMany(draft, sentences.flatMap(({ statements }) => statements));
  for (const phase of PHASES) {
    if (phase === "acts") {
      completeStates(draft);
      addOutcomes(draft, sentences.flatMap((one) => one.statements));
    }
    let current: EntityDraft | undefined;
    sentences.forEach((sentence, s) => {
      const context = sentence.entity && entityOf(draft, sentence.entity);
      let spoken: EntityDraft | undefined;
      current = context ?? current;
      sentence.statements.forEach((statement, i) => {
        const about = entityIn(draft, statement);
        if (phaseOf(statement) === phase) {
          const near = LOOKING_BACK.has(statement.kind)
            ? spoken ?? current
            : spoken ?? context;
          const row = outcomes[s];
          if (row) row[i] = foldOne(draft, statement, near);
        }
        spoken = about ?? spoken;
        current = about ?? current;
      });
    });
  }
  return { draft, outcomes };
}

/** Notes which actions there will be, for what is said of states before them. */
function noteVerb(draft: SystemDraft, statement: Statement): void {
  const done = deedOf(statement);
  for (const noun of done?.objects ?? []) {
    const entity = spokenOf(draft, noun);
    if (entity === undefined) continue;
    const verbs = draft.verbs.get(entity.name) ?? [];
    draft.verbs.set(entity.name, [...verbs, done?.verb ?? ""]);
  }
}

function deedOf(
  statement: Statement,
): { verb: string; objects: readonly Noun[] } | undefined {
  if (statement.kind === "action") return statement;
  const { feature } = statement.kind === "feature" ? statement : {};
  return feature?.is === "schedule" && feature.deed !== "delete"
    ? { verb: feature.deed.verb, objects: [feature.of] }
    : undefined;
}

function foldOne(
  draft: SystemDraft,
  statement: Statement,
  current: EntityDraft | undefined,
): Outcome {
  switch (statement.kind) {
    case "system":
      if (draft.name === undefined && statement.words.length > 0) {
        draft.name = statement.words;
      }
      return { refs: [], phrases: ["names the system"] };
    case "entity": {
      const entity = entityOf(draft, statement.entity);
      if (entity !== undefined) return { refs: [entity.name] };
      return statement.purpose
        ? { refs: [], phrases: ["what it is for"] }
        : NOT_UNDERSTOOD;
    }
    case "fields":
      return foldFields(draft, statement, current);
    case "rules":
      return foldRules(draft, statement, current);
    case "relation":
      return foldRelation(draft, statement);
    case "deletion":
      return foldDeletion(draft, statement);
    case "operations":
      return foldOperations(draft, statement, current);
    case "action":
      return foldAction(draft, statement, current);
    case "store":
      draft.engine = statement.engine;
      return { refs: [`store.${statement.engine}`] };
    case "durability":
      draft.engine ??= "sqlite";
      draft.durability = statement.durability;
      return { refs: ["store.sqlite"] };
    case "order":
      return foldFeature(
        draft,
        { is: "order", keys: statement.keys ?? [], plain: true },
        statement.keys ? current : undefined,
      );
    case "feature":
      return foldFeature(draft, statement.feature, current);
    case "port":
      draft.port = statement.port;
      return { refs: ["http.port"] };
    case "api":
      return { refs: ["http"] };
    case "note":
      return { refs: [], phrases: statement.phrase ? [statement.phrase] : [] };
    case "unbuilt":
      return { refs: [], missed: true };
    case "signIn":
      return {
        refs: ["users"],
        phrases: [
          statement.roles?.length
            ? `users can be ${statement.roles.join(", ")}`
            : "people register and sign in under /auth",
        ],
      };
  }
}

/** What may be about the entity that was spoken of before the sentence. */
const LOOKING_BACK: ReadonlySet<Statement["kind"]> = new Set<
  Statement["kind"]
>(["fields", "rules", "order", "feature"]);

type Phase = "is" | "pairs" | "has" | "acts" | "does" | "ties";

const PHASES: readonly Phase[] = [
  "is",
  "pairs",
  "has",
  "acts",
  "does",
  "ties",
];

function phaseOf(statement: Statement): Phase {
  switch (statement.kind) {
    case "relation":
      return statement.half || statement.weak && statement.many
        ? "pairs"
        : "is";
    case "deletion":
    case "fields":
    case "rules":
      return "has";
    case "action":
      return "acts";
    case "operations":
      return "does";
    case "order":
    case "feature":
      return "ties";
    default:
      return "is";
  }
}

/** Returns the entity a statement speaks of last. */
function entityIn(
  draft: SystemDraft,
  statement: Statement,
): EntityDraft | undefined {
  switch (statement.kind) {
    case "entity":
      return spokenOf(draft, statement.entity);
    case "fields":
      return statement.owner && spokenOf(draft, statement.owner);
    case "relation":
      return spokenOf(draft, statement.from);
    case "rules": {
      const { subject } = statement;
      return subject.owner
        ? spokenOf(draft, subject.owner)
        : spokenOf(draft, subject);
    }
    case "feature":
      return "of" in statement.feature && statement.feature.of &&
          !Array.isArray(statement.feature.of)
        ? spokenOf(draft, statement.feature.of as Noun)
        : undefined;
    case "operations":
    case "action": {
      const last = statement.objects.at(-1);
      return last && spokenOf(draft, last);
    }
    default:
      return undefined;
  }
}

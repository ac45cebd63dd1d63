/**
 * Reads whose things are whose, and that only they may see or change them.
 *
 * @module
 */
import { readLead } from "./clause_start.ts";
import { isPlural } from "./inflection.ts";
import { type Read, readNoun, readNouns } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { isPerson } from "./person.ts";
import { readGroup } from "./predicate.ts";
import { assertVerbs } from "./read_wish.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerbs, type VerbSense } from "./verbs.ts";

/** Reads "Users can only see their own notes", "users own their tasks", "doctors see their patients' records". */
export function readOwnership(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  return readEachOwn(tokens, at, scope) ?? readTheirs(tokens, at, scope) ??
    readOnlyOwn(tokens, at, scope) ?? readMine(tokens, at, scope) ??
    readOwn(tokens, at, scope);
}

/** "Every user has their own plants" */
function readEachOwn(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const match = scope.signs ? matchPattern(EACH_OWN, tokens, at) : undefined;
  const { who, thing } = match?.value.nouns ?? {};
  if (!match || !who || !thing || !isEntity(thing, scope)) return undefined;
  if (!PEOPLE.has(who.words.join(" "))) return undefined;
  const span = spanOf(tokens, at, match.end);
  return {
    statements: [
      { kind: "relation", from: thing, to: who, many: true, ...span },
      { kind: "note", phrase: "", ...span },
    ],
    end: match.end,
    subjects: [thing],
  };
}

/** "As a customer, I can | cancel my order": where people sign in, what is mine. */
function readMine(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const speaks = tokens.slice(0, at).some(({ lower }) => lower === "i");
  const verbs = speaks && scope.signs
    ? readVerbs(tokens, at, ["base"])
    : undefined;
  const who = readLead(tokens, 0).actors.at(-1);
  const mine = verbs &&
    matchPattern("only? my own? {E:thing}", tokens, verbs.end);
  const thing = mine?.value.nouns["thing"];
  if (!verbs || !mine || !thing || !isEntity(thing, scope)) return undefined;
  if (verbs.value.some((one) => one.operations?.includes("create"))) {
    return undefined;
  }
  const reach = spanOf(tokens, at, mine.end);
  const owner: Noun = { words: ["owner"], number: "one", ...reach };
  return {
    statements: [
      ...assertVerbs(verbs.value, [thing], reach),
      {
        kind: "unbuilt",
        wish: "permissions",
        who: [owner],
        ...(who ? { whose: who } : {}),
        reach,
        ...reach,
      },
    ],
    end: mine.end,
    subjects: [thing],
  };
}

/** "Users can only see their own notes", "users edit and delete their own posts": where people sign in, what is theirs. */
function readOwn(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (!scope.signs) return undefined;
  const subject = readNouns(tokens, at).find(({ value }) =>
    value.pronoun || PEOPLE.has(value.words.join(" ")) ||
    scope.people?.has(value.words.join(" "))
  );
  if (subject === undefined) return undefined;
  const group = readGroup(tokens, subject.end);
  if (group && group.value.verb !== "none") return undefined;
  const form = group?.value.negated ? OF_OTHERS : THEIR_OWN;
  let next = group?.end ?? subject.end;
  const owned = group ? undefined : readOwned(tokens, at, subject);
  if (owned !== undefined) return owned;
  if (ONLY.has(tokens[next]?.lower ?? "")) next++;
  const verbs = readVerbs(tokens, next, ["base", "third"]);
  if (verbs === undefined) return undefined;
  const own = matchPattern(form, tokens, verbs.end);
  const thing = own?.value.nouns["thing"];
  if (own === undefined || thing === undefined || thing.pronoun) {
    return undefined;
  }
  if (!isEntity(thing, scope)) return undefined;
  const reach = spanOf(tokens, at, own.end);
  const owner: Noun = { words: ["owner"], number: "one", ...reach };
  const whose = subject.value.pronoun ? {} : { whose: subject.value };
  const wish = { kind: "unbuilt", wish: "permissions" } as const;
  return {
    statements: [
      ...assertVerbs(verbs.value, [thing], reach),
      { ...wish, who: [owner], ...whose, reach, ...reach },
    ],
    end: own.end,
    subjects: [thing],
  };
}

/** "Users own their tasks": what they may do with others' is not said, so nothing. */
function readOwned(
  tokens: readonly Token[],
  at: number,
  subject: Read<Noun>,
): Found | undefined {
  const match = matchPattern(OWNING, tokens, subject.end);
  const thing = match?.value.nouns["thing"];
  if (!match || !thing || thing.pronoun || thing.owner) return undefined;
  if (!isPlural(thing.words.at(-1) ?? "")) return undefined;
  const reach = spanOf(tokens, at, match.end);
  const owner: Noun = { words: ["owner"], number: "one", ...reach };
  const whose = subject.value.pronoun ? {} : { whose: subject.value };
  return {
    statements: [
      {
        kind: "operations",
        operations: ["list", "get", "replace", "patch", "delete"],
        mode: "ask",
        objects: [thing],
        ...reach,
      },
      {
        kind: "unbuilt",
        wish: "permissions",
        who: [owner],
        ...whose,
        reach,
        ...reach,
      },
    ],
    end: match.end,
    subjects: [thing],
  };
}

/** "Doctors can see their patients' records": whose patients they are is more than a relation to who asks. */
function readTheirs(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const who = readNoun(tokens, at);
  if (!who || !isPerson(who.value) || who.value.owner) return undefined;
  const group = readGroup(tokens, who.end);
  if (group && group.value.verb !== "none") return undefined;
  let next = group?.end ?? who.end;
  if (ONLY.has(tokens[next]?.lower ?? "")) next++;
  const verbs = readVerbs(tokens, next, ["base", "third"]);
  const theirs = verbs &&
    (matchPattern(THEIRS_OF, tokens, verbs.end) ??
      matchPattern(THEIRS, tokens, verbs.end));
  const { thing, whose } = theirs?.value.nouns ?? {};
  if (!theirs || !(whose ?? thing?.owner)) return undefined;
  const reach = spanOf(tokens, at, theirs.end);
  return {
    statements: [{
      kind: "unbuilt",
      wish: "permissions",
      who: [who.value],
      reach,
      ...reach,
    }],
    end: theirs.end,
    subjects: scope.subjects,
  };
}

/** "Recruiters can see all applications, candidates only their own": of what was spoken of last. */
function readOnlyOwn(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const thing = scope.subjects.flatMap((noun) => [noun.owner ?? [], noun])
    .flat().findLast((noun) => isEntity(noun, scope));
  if (!scope.signs || !thing) return undefined;
  for (const { value: who, end: first } of readNouns(tokens, at)) {
    const own = isPerson(who) ? readElidedOwn(tokens, first) : undefined;
    if (own === undefined) continue;
    const reach = spanOf(tokens, at, own.end);
    const owner: Noun = { words: ["owner"], number: "one", ...reach };
    const deeds = own.value.length > 0
      ? assertVerbs(own.value, [thing], reach)
      : [{
        kind: "operations",
        operations: ["list", "get"],
        mode: "ask",
        objects: [thing],
        ...reach,
      }] as const;
    const wish = { kind: "unbuilt", wish: "permissions" } as const;
    return {
      statements: [
        ...deeds,
        { ...wish, who: [owner], whose: who, reach, ...reach },
      ],
      end: own.end,
      subjects: [thing],
    };
  }
  return undefined;
}

/** "(can) only see their own", "see only their own", "only their own (ones)": what they do, where it is said. */
function readElidedOwn(
  tokens: readonly Token[],
  at: number,
): Read<readonly VerbSense[]> | undefined {
  const group = readGroup(tokens, at);
  if (group && (group.value.verb !== "none" || group.value.negated)) {
    return undefined;
  }
  let next = group?.end ?? at;
  let only = group?.value.only ?? false;
  const skip = () => {
    if (!ONLY.has(tokens[next]?.lower ?? "")) return;
    only = true;
    next++;
  };
  skip();
  const verbs = readVerbs(tokens, next, ["base", "third"]);
  next = verbs?.end ?? next;
  skip();
  const own = matchPattern("their|his|her own ones|one? only?", tokens, next);
  const isLast = own && tokens[own.end]?.kind !== "word";
  const last = own && tokens[own.end - 1]?.lower === "only";
  return own && isLast && (only || last)
    ? { value: verbs?.value ?? [], end: own.end }
    : undefined;
}

const ONLY: ReadonlySet<string> = new Set(["only", "just"]);
const EACH_OWN =
  "each|every {E:who} has|have|keeps their|his|her|its own|personal {E:thing}";
const THEIR_OWN =
  "only|just? their|his|her|its|your|my|the own|personal {E:thing}";
const OWNING = "own|owns their|his|her|the|all|many? {E:thing}";
const THEIRS = "only|just? their|his|her {E:thing}";
const THEIRS_OF = "only|just? {E:thing} of|from|by their|his|her {E:whose}";
const OF_OTHERS =
  "the|any? {E:thing} of|by|from others|other_users|other_people|other_members|anyone_else|anybody_else|someone_else|somebody_else|each_other|another_user";
const PEOPLE: ReadonlySet<string> = new Set(
  ("users user people person members member everyone everybody you customers customer students student employees " +
    "employee authors author logged-in_users logged_in_users").split(" ").map((
      one,
    ) => one.replaceAll("_", " ")),
);

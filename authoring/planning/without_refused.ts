/**
 * What a request asks for, without what it forbids: "never tell evil.example anything" names a host, and is no wish.
 *
 * @module
 */

/**
 * Leaves out the clauses that forbid something.
 *
 * What says of a thing that it is not so ("orders that are not paid", "when it isn't paid") forbids nothing. In doubt a
 * clause is left out: what it names has to be asked for in words that are clear.
 */
export function withoutRefused(request: string): string {
  return request.replaceAll(OF_A_THING, " ").split(CLAUSE_END)
    .map(askedPart).join("\n");
}

/** Takes the part of a clause before a negation that stands for another part: "tell one and not the other". */
function askedPart(clause: string): string {
  const first = NEGATION.exec(clause);
  if (!first) return clause;
  const before = clause.slice(0, first.index);
  return CONTRAST.test(first[0]) || /\b(?:and|or|but)\s+$/i.test(before)
    ? before
    : "";
}

/** "that are not paid", "whose owner never answered" */
const OF_A_THING =
  /\b(?:that|which|who|whose \w+) (?:\w+ )?(?:(?:is|are|was|were|has|have|had|does|do|did|can|could|will) ?(?:not|never|n['’]t|no longer)|(?:is|are|was|were|has|have|does|do|did|ca|wo)n['’]t|cannot|never) (?:been |be |yet )?\w+/gi;

/** A point ends a clause only before a space, as hosts have some. */
const CLAUSE_END =
  /[.!?](?=\s|$)|[,;\n()]|:\s|\s[-–—]\s|\b(?:but|when|whenever|if|where|while|once|after|before|until|unless|because|since|so that|even though|although)\b/i;

const NEGATION =
  /\b(?:not|never|no|none|nothing|nobody|nowhere|nor|neither|cannot|without|except(?: for)?|excluding|instead of|rather than|other than|apart from|avoid\w*|block(?:s|ed|ing)?|bann?(?:s|ed|ing)?|forbid\w*|forbidden|prohibit\w*|prevent\w*|den(?:y|ies|ied)|refus\w*|reject\w*|disallow\w*|distrust\w*|untrusted|stop(?:s|ped)?)\b|n['’]t\b/i;

const CONTRAST =
  /^(?:except(?: for)?|excluding|instead of|rather than|other than|apart from|without)$/i;

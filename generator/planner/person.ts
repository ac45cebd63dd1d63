/**
 * Tells words for people from words for things.
 *
 * @module
 */
import { singular } from "./inflection.ts";
import { EVERYONE, ROLES } from "./lexicon_words.ts";
import type { Noun } from "./statement.ts";

/** Reports whether a noun phrase is a word for people, as far as its last word tells. */
export function isPerson({ words, pronoun }: Noun): boolean {
  const last = singular(words.at(-1) ?? "");
  if (pronoun || last === "") return false;
  return ROLES.has(last) || EVERYONE.has(words.join(" ")) ||
    PEOPLE.has(last) || ACTING.test(last) && !THINGS.has(last);
}

/** Names of people by what they do: "treasurer", "curator", "technician", "assistant". */
const ACTING = /[a-z]{3}(?:er|or|ist|ian|ant|ee|yst|eur)$/;
const PEOPLE: ReadonlySet<string> = new Set(
  ("vet landlord cook dean intern captain warden nanny butler shepherd scout cop rep head librarian person people candidate applicant patient client inspector creator writer poster chef coach pilot host guide judge mentor parent pupil child tenant resident " +
    "trustee crew team nobody boss head chair maker doctor mechanic referee guard scientist staff personnel colleague")
    .split(" "),
);
/** Things whose names end like those of people. */
const THINGS: ReadonlySet<string> = new Set(
  ("locker freezer drawer charger blender cooler boiler tanker cruiser laser shelter speaker order number folder paper letter computer filter header parameter server container trailer color sensor factor error " +
    "door floor mirror category power water layer chapter quarter tower flower river winter summer weather offer answer " +
    "transfer voucher register ledger cover counter center shutter border corner buffer marker printer scanner tracker " +
    "reminder timer trigger router adapter plant event document payment fee coffee committee variant restaurant discount amount " +
    "account list checklist playlist waitlist wishlist artifact meter liter newsletter poster banner sticker calendar vector " +
    "motor elevator tractor monitor indicator cursor processor validator generator connector operator_id score identifier " +
    "voucher dinner burger matter member_number serial_number power user_number barrier carrier fiber member_id semester " +
    "trimester other another tier supper copper silver paper cancer fever ticket_number driver_number minor major error " +
    "instant constant giant grant warrant moment degree guarantee tree free three")
    .split(" "),
);

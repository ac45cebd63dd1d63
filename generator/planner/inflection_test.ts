import { assertEquals } from "@std/assert";
import { baseOfParticiple, plural, singular, verbForms } from "./inflection.ts";

const NOUNS =
  ("task/tasks box/boxes category/categories class/classes status/statuses address/addresses movie/movies course/courses " +
    "house/houses bus/buses dish/dishes person/people child/children series/series quiz/quizzes day/days expense/expenses " +
    "purchase/purchases exercise/exercises leave/leaves menu/menus idea/ideas analysis/analyses cache/caches hero/heroes " +
    "photo/photos invoice/invoices gas/gases equipment/equipment axis/axes size/sizes")
    .split(" ").map((pair) => pair.split("/"));

for (const [one = "", many = ""] of NOUNS) {
  Deno.test(`singular() and plural() know ${one}, ${many}`, () => {
    assertEquals([singular(many), singular(one), plural(one)], [
      one,
      one,
      many,
    ]);
  });
}

const VERBS =
  ("archive/archiving/archived publish/publishing/published cancel/cancelling/cancelled ship/shipping/shipped " +
    "pay/paying/paid complete/completing/completed verify/verifying/verified close/closing/closed fix/fixing/fixed " +
    "open/opening/opened freeze/freezing/frozen refund/refunding/refunded book/booking/booked approve/approving/approved " +
    "validate/validating/validated resolve/resolving/resolved submit/submitting/submitted rate/rating/rated")
    .split(" ").map((forms) => forms.split("/"));

for (const [base = "", gerund = "", participle = ""] of VERBS) {
  Deno.test(`verbForms() and baseOfParticiple() know ${participle}`, () => {
    const forms = verbForms(base);
    assertEquals([forms.gerunds[0], forms.participles[0]], [
      gerund,
      participle,
    ]);
    assertEquals(baseOfParticiple(participle), base);
  });
}

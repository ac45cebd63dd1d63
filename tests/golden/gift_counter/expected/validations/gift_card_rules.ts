/**
 * The rules that every gift card keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { GiftCard } from "../models/gift_card.ts";

/** Checks a gift card as a whole; returns what is wrong, field by field. */
export function checkGiftCard(giftCard: GiftCard): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (giftCard.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  if (giftCard.amount < 0) {
    errors.push({ path: "amount", message: "must be at least 0" });
  }
  return errors;
}

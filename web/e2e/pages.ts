/** The pages of the player app that are looked at, by address; `$id` stands for one of the kind the page shows. */

export const FOR_STRANGERS = [
  "/",
  "/register",
  "/confirm?email=someone@example.com",
  "/sign-in",
  "/sign-in/telegram",
  "/forgot",
  "/enter",
  "/visit",
  "/keep-out",
  "/games/dice",
  "/fairness",
  "/fairness/verify",
  "/nowhere",
] as const;

export const FOR_MEMBERS = [
  "/",
  "/games/dice",
  "/games/limbo",
  "/games/slots",
  "/games/roulette",
  "/games/mines",
  "/wallet",
  "/wallet/deposit",
  "/wallet/deposits/$id",
  "/wallet/withdraw",
  "/wallet/withdrawals/$id",
  "/history",
  "/history?tab=rounds",
  "/rounds/$id",
  "/fairness",
  "/account",
  "/account/limits",
  "/welcome/limit",
  "/account/break",
  "/account/sessions",
  "/account/security",
  "/account/sign-in",
  "/account/verification",
  "/account/visits",
  "/account/data",
  "/account/complaints",
  "/account/complaints/$id",
] as const;

/** What a member sees whom an exclusion keeps out of play. */
export const FOR_THOSE_KEPT_OUT = ["/payout", "/wallet/withdraw"] as const;

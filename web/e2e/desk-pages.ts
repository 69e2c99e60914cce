/**
 * The pages of the back-office that are looked at, by address; `$id` stands for one of the kind the page shows,
 * `$entry` for the first of its list.
 */

export const BEFORE_SIGN_IN = [
  "/sign-in",
  "/join",
  "/invitation",
  "/forgotten-password",
  "/enter",
  "/nowhere",
] as const;

export const FOR_STAFF = [
  "/",
  "/members",
  "/members?query=nobody",
  "/members/$id",
  "/members/$id?tab=rounds",
  "/members/$id?tab=payments",
  "/members/$id?tab=limits",
  "/members/$id?tab=aml",
  "/members/$id?tab=harm",
  "/members/$id?tab=sessions",
  "/members/$id?tab=audit",
  "/withdrawals?status=all",
  "/withdrawals/$id?status=all",
  "/deposits",
  "/approvals",
  "/approvals?entry=$entry",
  "/rounds",
  "/rounds/$id",
  "/audit",
  "/audit?entry=$entry",
  "/ledger",
  "/games",
  "/jackpots",
  "/kyc",
  "/kyc/$id",
  "/security",
  "/team",
  "/roles",
  "/aml-cases",
  "/aml-cases?entry=$entry",
  "/watchlists",
  "/monitoring",
  "/harm",
  "/harm?entry=$entry",
  "/significant-events",
  "/complaints",
  "/complaints?entry=$entry",
  "/evidence",
  "/settings",
  "/settings?category=branding",
  "/settings?category=sign_in",
  "/settings/jurisdiction",
  "/settings/telegram",
  "/hosts",
] as const;

/** What only the platform's own people see. */
export const FOR_ROOT = ["/tenants", "/tenants/$id"] as const;

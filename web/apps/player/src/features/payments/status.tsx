import { useT } from "@stakehouse/i18n";
import { Badge, type Tone } from "@stakehouse/ui";

const tones: Record<string, Tone> = {
  succeeded: "success",
  paid: "success",
  failed: "danger",
  rejected: "danger",
  cancelled: "neutral",
  expired: "neutral",
  refunded: "neutral",
  charged_back: "danger",
};

/** Statuses after which nothing more happens by itself. */
export function isFinal(status: string): boolean {
  return status in tones;
}

/** Whether the money arrived. */
export function isDone(status: string): boolean {
  return tones[status] === "success";
}

/** A payment's state as a word. */
export function PaymentStatus({ status }: { status: string }) {
  const t = useT();
  return <Badge tone={tones[status] ?? "warning"}>{t("payments.status", { status })}</Badge>;
}

import { useT } from "@stakehouse/i18n";
import { Page } from "~/app/page";
import { LimitLine } from "~/features/compliance/limit-line";
import { DepositForm } from "~/features/payments/deposit-form";

/** Money in: one's own limit stands before the amount. */
export default function DepositPage() {
  const t = useT();
  return (
    <Page title={t("payments.deposit")} narrow>
      <DepositForm before={<LimitLine kind="deposit" />} />
    </Page>
  );
}

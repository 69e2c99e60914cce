import { api, type StaffDeposit, type StaffWithdrawal } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { EmptyState } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Section } from "~/app/page";
import { DataTable } from "~/list/data-table";
import { useDepositColumns } from "./deposits-page";
import { useQueueColumns } from "./queue-columns";

const SHOWN = 50;
const ROWS_EXPECTED = 4;

/** What a member paid in and took out, newest first. */
export function MemberPayments({ memberId }: { memberId: string }) {
  const t = useT();
  const withdrawals = useQuery({
    queryKey: ["withdrawals", "member", memberId],
    queryFn: () => api.memberWithdrawals(memberId, { limit: SHOWN }),
  });
  const deposits = useQuery({
    queryKey: ["deposits", "member", memberId],
    queryFn: () => api.memberDeposits(memberId, { limit: SHOWN }),
  });
  const withdrawalColumns = useQueueColumns().filter((column) => column.id !== "member");
  const depositColumns = useDepositColumns().filter((column) => column.id !== "member");
  return (
    <div className="grid gap-6">
      <Section title={t("nav.withdrawals")}>
        <DataTable<StaffWithdrawal>
          className="rounded-xl border"
          density="compact"
          caption={t("nav.withdrawals")}
          columns={withdrawalColumns}
          rows={withdrawals.data?.items}
          rowId={(row) => row.id}
          link={(row) => ({ to: "/withdrawals/$id", params: { id: row.id }, search: { status: "all" } })}
          order={{ column: "requested_at", direction: "descending" }}
          error={withdrawals.error}
          onRetry={() => void withdrawals.refetch()}
          expected={ROWS_EXPECTED}
          empty={<EmptyState title={t("member.no_withdrawals")} className="py-10!" />}
        />
      </Section>
      <Section title={t("nav.deposits")}>
        <DataTable<StaffDeposit>
          className="rounded-xl border"
          density="compact"
          caption={t("nav.deposits")}
          columns={depositColumns}
          rows={deposits.data?.items}
          rowId={(row) => row.id}
          order={{ column: "created_at", direction: "descending" }}
          error={deposits.error}
          onRetry={() => void deposits.refetch()}
          expected={ROWS_EXPECTED}
          empty={<EmptyState title={t("member.no_deposits")} className="py-10!" />}
        />
      </Section>
    </div>
  );
}

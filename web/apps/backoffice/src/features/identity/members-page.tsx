import { api, type MemberRow } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { Moment, Money } from "@stakehouse/kit";
import { Users } from "lucide-react";
import { Country, useCountryName } from "~/app/country";
import { Gate } from "~/app/permissions";
import { State } from "~/app/state";
import { useWord } from "~/app/word";
import type { Column } from "~/list/columns";
import { SelectPill, TextPill } from "~/list/filter-pill";
import { ListPage } from "~/list/list-page";
import { useList } from "~/list/use-list";

const STANDINGS = ["active", "suspended", "closed"];

/** Find a member by name, address or id. */
export default function MembersPage() {
  return (
    <Gate permission="members:view">
      <Members />
    </Gate>
  );
}

function Members() {
  const t = useT();
  const word = useWord();
  const list = useList<MemberRow>("members", api.members);
  const columns = useMemberColumns();
  return (
    <ListPage
      name="members"
      title={t("nav.members")}
      caption={t("members.caption")}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      link={(row) => ({ to: "/members/$id", params: { id: row.id } })}
      order={{ column: "created_at", direction: "descending" }}
      search={{ filter: "query", label: t("members.search") }}
      filters={
        <>
          <SelectPill
            label={t("column.standing")}
            value={list.filters.standing}
            onChange={(value) => list.setFilter("standing", value)}
            options={STANDINGS.map((value) => ({ value, label: word("standing", value) }))}
          />
          <TextPill
            label={t("column.country")}
            value={list.filters.country}
            onChange={(value) => list.setFilter("country", value?.toUpperCase())}
          />
        </>
      }
      empty={{ icon: <Users size={22} />, title: t("members.empty"), text: t("members.empty_text") }}
    />
  );
}

function useMemberColumns(): Column<MemberRow>[] {
  const t = useT();
  const word = useWord();
  const countryName = useCountryName();
  return [
    {
      id: "username",
      header: t("column.member"),
      text: (row) => row.username,
      cell: (row) => (
        <span className="grid py-1 leading-tight">
          <span className="truncate font-medium">{row.username}</span>
          <span className="@2xl:hidden truncate text-muted-foreground text-xs">{row.email}</span>
        </span>
      ),
    },
    {
      id: "email",
      header: t("column.email"),
      rank: 2,
      text: (row) => row.email,
      cell: (row) => <span className="text-muted-foreground">{row.email}</span>,
    },
    {
      id: "standing",
      header: t("column.standing"),
      text: (row) => word("standing", row.standing),
      cell: (row) => <State group="standing" value={row.standing} />,
    },
    {
      id: "kyc_status",
      header: t("column.kyc"),
      rank: 2,
      text: (row) => word("kyc", row.kyc_status),
      cell: (row) => <State group="kyc" value={row.kyc_status} />,
    },
    {
      id: "country",
      header: t("column.country"),
      rank: 2,
      text: (row) => countryName(row.country),
      cell: (row) => <Country code={row.country} />,
    },
    {
      id: "currency",
      header: t("column.currency"),
      optional: true,
      rank: 3,
      text: (row) => row.currency,
      cell: (row) => row.currency,
    },
    {
      id: "balance",
      header: t("column.balance"),
      align: "end",
      text: (row) => row.balance,
      cell: (row) => <Money amount={row.balance} currency={row.currency} className="font-medium" />,
    },
    {
      id: "last_sign_in_at",
      header: t("column.last_sign_in"),
      rank: 3,
      text: (row) => row.last_sign_in_at ?? "",
      cell: (row) => <Moment at={row.last_sign_in_at} className="text-muted-foreground" />,
    },
    {
      id: "created_at",
      header: t("column.joined"),
      align: "end",
      rank: 2,
      text: (row) => row.created_at,
      cell: (row) => <Moment at={row.created_at} style="date" className="figures text-muted-foreground" />,
    },
    {
      id: "id",
      header: t("column.id"),
      optional: true,
      rank: 3,
      text: (row) => row.id,
      cell: (row) => <code className="text-xs">{row.id}</code>,
    },
  ];
}

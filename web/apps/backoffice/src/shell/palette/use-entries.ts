import { api } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { setTheme } from "@stakehouse/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { ArrowUpFromLine, Building2, Hash, LogOut, Moon, SquareStack, Sun, UserRound } from "lucide-react";
import { housesQuery, useGoTo } from "~/app/houses";
import { usePaused } from "~/app/paused";
import { useCan } from "~/app/permissions";
import { useStored } from "~/app/stored";
import { navItems } from "../nav";
import { signOut } from "../person-menu";
import { type Entry, type EntryGroup, isId, matching } from "./entries";

const MEMBERS_SHOWN = "6";
const RECENT_MOST = 5;

interface Recent {
  to: string;
  label: string;
}

/** Everything the palette offers for what was typed, by group, and whether it is still looking. */
export function useEntries(typed: string): { groups: EntryGroup[]; busy: boolean } {
  const t = useT();
  const router = useRouter();
  const [recent, setRecent] = useStored<Recent[]>("palette.recent", []);
  const members = useMembers(typed);
  const places = usePlaces();
  const acts = useActs();

  // Only places are remembered, never whom somebody looked at.
  const remember = (entry: Entry): Entry => ({
    ...entry,
    run: () => {
      const kept = recent.filter((other) => other.to !== entry.id);
      setRecent([{ to: entry.id, label: entry.label }, ...kept].slice(0, RECENT_MOST));
      entry.run();
    },
  });
  const lately = places.filter((place) => recent.some((one) => one.to === place.id));
  const others = places.filter((place) => typed.trim() || !lately.includes(place));
  const groups: EntryGroup[] = [
    { id: "recent", label: t("palette.recent"), entries: typed.trim() ? [] : lately },
    { id: "ids", label: t("palette.ids"), entries: isId(typed) ? idEntries() : [] },
    { id: "members", label: t("nav.members"), entries: members.entries },
    { id: "places", label: t("palette.places"), entries: matching(others, typed).map(remember) },
    { id: "acts", label: t("palette.acts"), entries: matching(acts, typed) },
  ];
  return { groups: groups.filter((group) => group.entries.length), busy: members.busy };

  function idEntries(): Entry[] {
    const id = typed.trim().toLowerCase();
    const open = (to: string) => () => router.history.push(router.options.basepath + to);
    return [
      { id: "id:member", label: t("palette.member_of_id"), icon: UserRound, run: open(`/members/${id}`) },
      { id: "id:round", label: t("palette.round_of_id"), icon: SquareStack, run: open(`/rounds/${id}`) },
      {
        id: "id:withdrawal",
        label: t("palette.withdrawal_of_id"),
        icon: ArrowUpFromLine,
        run: open(`/withdrawals/${id}`),
      },
      {
        id: "id:audit",
        label: t("palette.audit_of_id"),
        icon: Hash,
        run: open(`/audit?resource=member:${id}`),
      },
    ];
  }
}

function usePlaces(): Entry[] {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  return navItems
    .filter((item) => can(item.permission))
    .map((item) => ({
      id: item.to,
      label: t(item.label),
      icon: item.icon,
      keys: `g ${item.key}`,
      run: () => void navigate({ to: item.to }),
    }));
}

function useActs(): Entry[] {
  const t = useT();
  const { data: houses } = useQuery(housesQuery);
  const go = useGoTo();
  const others = houses?.items.filter((house) => !house.current) ?? [];
  return [
    ...others.map((house) => ({
      id: `act:house:${house.slug}`,
      label: t("switcher.go", { house: house.name }),
      icon: Building2,
      run: () => go.mutate(house),
    })),
    { id: "act:light", label: t("palette.light"), icon: Sun, run: () => setTheme("light") },
    { id: "act:dark", label: t("palette.dark"), icon: Moon, run: () => setTheme("dark") },
    { id: "act:out", label: t("action.sign_out"), icon: LogOut, run: () => void signOut() },
  ];
}

function useMembers(typed: string): { entries: Entry[]; busy: boolean } {
  const can = useCan();
  const navigate = useNavigate();
  const wanted = usePaused(typed.trim());
  const enabled = wanted.length >= 2 && can("members:view");
  const { data, isFetching } = useQuery({
    queryKey: ["members", "palette", wanted],
    queryFn: ({ signal }) => api.members({ query: wanted, limit: MEMBERS_SHOWN }, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
  if (!enabled) return { entries: [], busy: false };
  const entries = (data?.items ?? []).map((member) => ({
    id: member.id,
    label: member.username,
    detail: member.email,
    icon: UserRound,
    run: () => void navigate({ to: "/members/$id", params: { id: member.id } }),
  }));
  return { entries, busy: isFetching };
}

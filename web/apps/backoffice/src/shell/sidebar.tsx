import { useT } from "@stakehouse/i18n";
import { cx, IconButton, Kbd, Mark } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronsUpDown, Search } from "lucide-react";
import { housesQuery } from "~/app/houses";
import { keyCaps } from "~/app/keys";
import { useCan } from "~/app/permissions";
import { dashboardQuery, meQuery, tenantQuery } from "~/app/queries";
import { LookMenu } from "./look-menu";
import { type NavItem, navGroups } from "./nav";
import { PersonMenu } from "./person-menu";

interface SidebarProps {
  onSearch: () => void;
  onHouses: () => void;
  onShortcuts: () => void;
}

/** The places one's roles open, with what waits in them; at its foot oneself. */
export function Sidebar({ onSearch, onHouses, onShortcuts }: SidebarProps) {
  const t = useT();
  const { data: tenant } = useQuery(tenantQuery);
  const { data: me } = useQuery(meQuery);
  const { data: houses } = useQuery(housesQuery);
  return (
    <div className="flex h-full flex-col gap-3 px-3 pt-3 pb-3">
      <div className="flex shrink-0 items-center gap-1">
        <Link to="/" className="flex h-10 min-w-0 flex-1 items-center gap-2.5 rounded-lg px-2">
          <Mark className="size-6 shrink-0" />
          <span className="truncate font-semibold text-[0.9375rem] tracking-tight">
            {tenant?.name ?? me?.tenant_name}
            <span className="sr-only"> {t("backoffice.title")}</span>
          </span>
        </Link>
        {(houses?.items.length ?? 0) > 1 && (
          <IconButton size="sm" label={t("switcher.switch")} onClick={onHouses}>
            <ChevronsUpDown size={16} />
          </IconButton>
        )}
      </div>
      <button
        type="button"
        onClick={onSearch}
        className="flex h-9 shrink-0 items-center gap-2 rounded-lg border bg-card px-2.5 text-muted-foreground text-sm shadow-card hover:border-input hover:text-foreground max-lg:hidden"
      >
        <Search size={16} aria-hidden="true" />
        {t("palette.open")}
        <span className="ml-auto flex gap-0.5">
          {keyCaps("mod+k").map((cap) => (
            <Kbd key={cap}>{cap}</Kbd>
          ))}
        </span>
      </button>
      <Places />
      <div className="mt-auto grid gap-1">
        <LookMenu onShortcuts={onShortcuts} />
        <PersonMenu />
      </div>
    </div>
  );
}

function Places() {
  const t = useT();
  const can = useCan();
  const { data } = useQuery({ ...dashboardQuery(), enabled: can("dashboard:view") });
  return (
    <nav aria-label={t("nav.main")} className="-mx-1 grid gap-4 overflow-y-auto px-1 py-1">
      {navGroups.map((group) => {
        const open = group.items.filter((item) => can(item.permission));
        if (!open.length) return null;
        return (
          <div key={group.label} className="grid gap-0.5">
            <p className="px-2.5 pb-1 font-medium text-[0.6875rem] text-muted-foreground">{t(group.label)}</p>
            {open.map((item) => (
              <Place
                key={item.to}
                item={item}
                waiting={data && item.waiting ? item.waiting(data.queues) : 0}
              />
            ))}
          </div>
        );
      })}
    </nav>
  );
}

function Place({ item, waiting }: { item: NavItem; waiting: number }) {
  const t = useT();
  const { icon: Icon } = item;
  return (
    <Link
      to={item.to}
      activeOptions={{ exact: item.to === "/", includeSearch: false }}
      className="group flex h-8 items-center gap-2.5 rounded-lg px-2.5 text-muted-foreground text-sm transition-colors hover:bg-muted hover:text-foreground max-lg:h-11"
      activeProps={{ className: "bg-card !text-foreground font-medium shadow-card ring-1 ring-border" }}
    >
      <Icon size={16} aria-hidden="true" className={cx("shrink-0 group-aria-[current=page]:text-primary")} />
      {t(item.label)}
      {waiting > 0 && (
        <span className="figures ml-auto rounded-full bg-warning-soft px-1.5 font-medium text-[0.6875rem] text-warning">
          <span aria-hidden="true">{waiting}</span>
          <span className="sr-only">{t("nav.waiting", { count: waiting })}</span>
        </span>
      )}
    </Link>
  );
}

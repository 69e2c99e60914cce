import { useT } from "@stakehouse/i18n";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { tenantQuery } from "~/app/queries";

/** Under every page: for whom play is, where the brakes are, who answers. */
export function Footer() {
  const t = useT();
  const { data: tenant } = useQuery(tenantQuery);
  if (!tenant) return null;
  const link = "inline-flex min-h-8 items-center underline-offset-4 hover:text-foreground hover:underline";
  return (
    <footer className="mx-auto mt-auto grid w-full max-w-7xl gap-4 px-4 pt-12 pb-4 text-muted-foreground text-sm sm:px-6 lg:px-8">
      <div className="grid gap-4 border-t pt-6 sm:grid-cols-[auto_1fr] sm:items-start sm:gap-6">
        <span className="display grid size-12 place-items-center rounded-full border-2 border-current text-xl">
          <span className="sr-only">{t("footer.age", { age: tenant.minimum_age })}</span>
          <span aria-hidden="true">{tenant.minimum_age}+</span>
        </span>
        <div className="grid gap-2">
          <p className="max-w-2xl">{t("footer.text")}</p>
          <p className="flex flex-wrap gap-x-6 gap-y-1">
            <Link to="/fairness" className={link}>
              {t("footer.fairness")}
            </Link>
            <Link to="/account/limits" className={link}>
              {t("footer.limits")}
            </Link>
            <a href={`mailto:${tenant.support_email}`} className={link}>
              {t("footer.support")}
            </a>
            <span className="inline-flex min-h-8 items-center sm:ml-auto">
              {t("footer.rights", { name: tenant.name })}
            </span>
          </p>
        </div>
      </div>
    </footer>
  );
}

import { activate, COMPLETE, isLocale, localeNames, useLanguage, useT } from "@stakehouse/i18n";
import { Menu, MenuItem, MenuLabel, setTheme, type Theme, useTheme } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { Monitor, Moon, Sun, SunMoon } from "lucide-react";
import { tenantQuery } from "~/app/queries";
import { loadCatalogue } from "~/catalogue";

const themes = [
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
  { value: "system", icon: Monitor },
] as const satisfies { value: Theme; icon: typeof Sun }[];

/** Light or dark, and the language. */
export function LookMenu() {
  const t = useT();
  const theme = useTheme();
  const language = useLanguage();
  const { data: tenant } = useQuery(tenantQuery);
  const offered = COMPLETE.filter((code) => tenant?.languages.includes(code) ?? code === "en");
  return (
    <Menu
      label={t("nav.look")}
      triggerClassName="grid size-10 place-items-center rounded-lg text-muted-foreground hover:bg-muted hover:text-foreground"
      trigger={<SunMoon size={20} />}
    >
      <MenuLabel>{t("theme.label")}</MenuLabel>
      {themes.map(({ value, icon: Icon }) => (
        <MenuItem
          key={value}
          checked={theme === value}
          onSelect={() => setTheme(value)}
          icon={<Icon size={16} />}
        >
          {t(`theme.${value}`)}
        </MenuItem>
      ))}
      {offered.length > 1 && <MenuLabel>{t("language.label")}</MenuLabel>}
      {offered.length > 1 &&
        offered.map((code) => (
          <MenuItem
            key={code}
            checked={language === code}
            onSelect={() => isLocale(code) && void activate(code, loadCatalogue)}
          >
            <span lang={code}>{localeNames[code]}</span>
          </MenuItem>
        ))}
    </Menu>
  );
}

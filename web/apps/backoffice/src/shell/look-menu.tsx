import { activate, COMPLETE, localeNames, useLocale, useT } from "@stakehouse/i18n";
import { Menu, MenuItem, MenuLabel, setTheme, type Theme, useTheme } from "@stakehouse/ui";
import { Keyboard, Monitor, Moon, Sun, SunMoon } from "lucide-react";
import { loadCatalogue } from "~/catalogue";

const themes = [
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
  { value: "system", icon: Monitor },
] as const satisfies { value: Theme; icon: typeof Sun }[];

/** Light or dark, the language and the sheet of shortcuts. */
export function LookMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const t = useT();
  const theme = useTheme();
  const locale = useLocale();
  return (
    <Menu
      label={t("nav.look")}
      triggerClassName="flex h-8 items-center gap-2.5 rounded-lg px-2.5 text-muted-foreground text-sm hover:bg-muted hover:text-foreground max-lg:h-11"
      trigger={
        <>
          <SunMoon size={16} aria-hidden="true" />
          {t("nav.look")}
        </>
      }
    >
      <MenuLabel>{t("theme.label")}</MenuLabel>
      {themes.map(({ value, icon: Icon }) => (
        <MenuItem
          key={value}
          checked={theme === value}
          onSelect={() => setTheme(value)}
          icon={<Icon size={16} aria-hidden="true" />}
        >
          {t(`theme.${value}`)}
        </MenuItem>
      ))}
      {COMPLETE.length > 1 && <MenuLabel>{t("language.label")}</MenuLabel>}
      {COMPLETE.length > 1 &&
        COMPLETE.map((code) => (
          <MenuItem key={code} checked={locale === code} onSelect={() => void activate(code, loadCatalogue)}>
            <span lang={code}>{localeNames[code]}</span>
          </MenuItem>
        ))}
      <MenuLabel>{t("keys.title")}</MenuLabel>
      <MenuItem onSelect={onShortcuts} icon={<Keyboard size={16} aria-hidden="true" />}>
        {t("keys.open")}
      </MenuItem>
    </Menu>
  );
}

import { useT } from "@stakehouse/i18n";
import { buttonClass, Checkbox, Popover, Segmented } from "@stakehouse/ui";
import { AlignJustify, Menu, Rows2, SlidersHorizontal } from "lucide-react";
import type { Column, Density } from "./columns";

interface ViewMenuProps<Row> {
  columns: readonly Column<Row>[];
  isShown: (column: Column<Row>) => boolean;
  toggle: (column: Column<Row>) => void;
  density: Density;
  onDensity: (density: Density) => void;
}

const icons = { compact: AlignJustify, normal: Menu, relaxed: Rows2 };

/** How a list looks: the height of its rows and which columns it shows. */
export function ViewMenu<Row>({ columns, isShown, toggle, density, onDensity }: ViewMenuProps<Row>) {
  const t = useT();
  const densities = (["compact", "normal", "relaxed"] as const).map((value) => {
    const Icon = icons[value];
    return {
      value,
      label: (
        <>
          <Icon size={16} aria-hidden="true" />
          <span className="sr-only">{t(`density.${value}`)}</span>
        </>
      ),
    };
  });
  return (
    <Popover
      label={t("list.view")}
      triggerClassName={buttonClass("ghost", "sm", "px-2.5! text-muted-foreground")}
      trigger={
        <>
          <SlidersHorizontal size={16} aria-hidden="true" />
          <span className="max-sm:sr-only">{t("list.view")}</span>
        </>
      }
      className="w-60"
    >
      <p className="mb-1.5 text-muted-foreground text-xs">{t("density.label")}</p>
      <Segmented label={t("density.label")} value={density} onChange={onDensity} options={densities} />
      <p className="mt-3 mb-1 text-muted-foreground text-xs">{t("list.columns")}</p>
      <div className="grid gap-0.5">
        {columns.slice(1).map((column) => (
          <div key={column.id} className="rounded-md px-1 py-1.5 hover:bg-muted">
            <Checkbox checked={isShown(column)} onChange={() => toggle(column)} label={column.header} />
          </div>
        ))}
      </div>
    </Popover>
  );
}

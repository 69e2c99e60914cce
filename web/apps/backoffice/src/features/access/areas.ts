export interface Area {
  area: string;
  permissions: string[];
}

/** Permissions by their area, both in the order of the alphabet. */
export function areasOf(permissions: Iterable<string>): Area[] {
  const areas = new Map<string, string[]>();
  for (const permission of [...new Set(permissions)].sort()) {
    const [area = ""] = permission.split(":");
    areas.set(area, [...(areas.get(area) ?? []), permission]);
  }
  return [...areas].map(([area, listed]) => ({ area, permissions: listed }));
}

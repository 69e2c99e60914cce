import { useT } from "@stakehouse/i18n";
import { Field, Input, Select, Switch, Textarea } from "@stakehouse/ui";
import { type FieldSchema, kindOf } from "./schema";

interface SchemaFieldProps {
  name: string;
  field: FieldSchema;
  text: string;
  error?: string;
  disabled: boolean;
  onChange: (text: string) => void;
}

/** One field of a category, as its schema asks for it. */
export function SchemaField({ name, field, text, error, disabled, onChange }: SchemaFieldProps) {
  const t = useT();
  const label = field.title ?? name;
  const kind = kindOf(field);
  if (kind === "boolean")
    return (
      <Switch
        checked={text === "true"}
        disabled={disabled}
        label={label}
        onChange={(value) => onChange(String(value))}
      />
    );
  return (
    <Field label={label} hint={field.description} error={error}>
      {kind === "choice" ? (
        <Select value={text} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
          {field.enum?.map((each) => (
            <option key={String(each)}>{String(each)}</option>
          ))}
        </Select>
      ) : kind === "json" || kind === "lines" ? (
        <Textarea
          value={text}
          placeholder={kind === "lines" ? t("settings.one_a_line") : undefined}
          disabled={disabled}
          className="font-mono text-sm"
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          value={text}
          disabled={disabled}
          inputMode={kind === "number" ? "decimal" : undefined}
          maxLength={field.maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

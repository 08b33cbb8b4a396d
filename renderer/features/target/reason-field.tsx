import { TextField } from "../../ui/fields.tsx";

/** The line in which somebody says why, or leaves a remark; what is typed counts at once. */
export function ReasonField(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  onType(text: string): void;
}) {
  const { onType, ...field } = props;
  return (
    <TextField
      {...field}
      autoFocus
      onType={onType}
      onCommit={(text) => {
        onType(text);
        return null;
      }}
    />
  );
}

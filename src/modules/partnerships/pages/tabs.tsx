import { Tabs } from '#ui/components/progress.tsx';

/** Tabs over pages whose addresses begin alike, in the order of `paths`. */
export function PathTabs<Part extends string>(props: {
  label: string;
  base?: string;
  paths: Readonly<Record<Part, string>>;
  names: Readonly<Record<Part, string>>;
  current: Part;
  /** The parts to show, when not all of them. */
  shown?: (part: Part) => boolean;
}) {
  const { base = '', paths, names, current, shown = () => true } = props;
  return (
    <Tabs
      label={props.label}
      items={(Object.keys(paths) as Part[]).filter(shown).map((part) => ({
        href: base + paths[part],
        label: names[part],
        current: part === current,
      }))}
    />
  );
}

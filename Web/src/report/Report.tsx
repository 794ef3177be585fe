import type { Dataset } from "../data/Dataset";
import { useViewState } from "../state/useViewState";
import { views } from "./views";

export function Report({ data }: { data: Dataset }) {
  const [state, change] = useViewState();
  const { View } = views.find((view) => view.name === state.view) ?? views[0];
  return <View data={data} state={state} change={change} />;
}

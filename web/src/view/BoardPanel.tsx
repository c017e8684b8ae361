// The boards: what can be read instead of looked at.
import type { Day } from "../domain/days";
import type { Board } from "../state/selection";
import { Assets } from "./Assets";
import { Disputes } from "./Disputes";
import { Sources } from "./Sources";
import { Table } from "./Table";

interface Props {
  readonly board: Board;
  readonly noMap: boolean;
  readonly day: Day;
}

export function BoardPanel({ board, noMap, day }: Props) {
  if (board === "disputes") return <Disputes day={day} />;
  if (board === "sources") return <Sources day={day} />;
  if (board === "assets") return <Assets day={day} />;
  return <Table day={day} noMap={noMap} changesOnly={board === "changes"} />;
}

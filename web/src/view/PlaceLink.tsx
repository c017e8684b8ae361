import { selection } from "../state/app";

export function PlaceLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <button type="button" class="link" onClick={() => selection.update({ place: id, board: null })}>
      {name}
    </button>
  );
}
